package dev.lifeline.action;

import dev.lifeline.extension.agent.RunningStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** GitHub's runner as far as an action can tell, on a machine that knows no locale. */
final class Runner {
  private final Path work;
  private final Map<String, String> machine = new LinkedHashMap<>();

  /**
   * A job on a runner.
   *
   * @param work the runner's folder
   * @param javaHome the one Java of the machine
   */
  Runner(Path work, Path javaHome) throws IOException {
    this.work = work;
    machine.put("LC_ALL", "C");
    machine.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    machine.put("HOME", Files.createDirectories(work.resolve("home")).toString());
    machine.put("JAVA_HOME", javaHome.toString());
    machine.put("CI", "true");
    machine.put("GITHUB_ACTIONS", "true");
    machine.put("GITHUB_WORKFLOW", "Release");
    machine.put("GITHUB_RUN_NUMBER", "7");
    machine.put("GITHUB_WORKSPACE", Files.createDirectories(workspace()).toString());
    machine.put("RUNNER_TEMP", Files.createDirectories(work.resolve("_temp")).toString());
  }

  /** The folder of the sources. */
  Path workspace() {
    return work.resolve("repository");
  }

  /** Sets a variable of the machine or of {@code env:}. */
  Runner withVariable(String name, String value) {
    machine.put(name, value);
    return this;
  }

  /** A step that has ended. */
  record Step(int exitCode, List<String> lines, Map<String, String> outputs, String summary) {
    String log() {
      return String.join("\n", lines);
    }

    /** The values that the runner masks from then on. */
    List<String> masked() {
      return lines.stream()
          .filter(line -> line.startsWith("::add-mask::"))
          .map(line -> line.substring("::add-mask::".length()))
          .map(value -> value.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%"))
          .toList();
    }

    /** What people could see if nothing were masked. */
    String visible() {
      return String.join(
          "\n", lines.stream().filter(line -> !line.startsWith("::add-mask::")).toList());
    }
  }

  /** Runs an action: its declared inputs with their defaults, overlaid with those given. */
  Step run(String slug, Map<String, String> inputs) throws Exception {
    Path folder = actions().resolve(slug);
    Map<?, ?> action = yaml(folder.resolve("action.yml"));
    Map<String, String> environment = new LinkedHashMap<>(machine);
    ((Map<?, ?>) action.get("inputs"))
        .forEach(
            (name, input) -> {
              Object otherwise = ((Map<?, ?>) input).get("default");
              environment.put(variable("" + name), otherwise == null ? "" : "" + otherwise);
            });
    inputs.forEach((name, value) -> environment.put(variable(name), value));
    Path outputs = file(environment, "GITHUB_OUTPUT");
    Path variables = file(environment, "GITHUB_ENV");
    Path path = file(environment, "GITHUB_PATH");
    Path summary = file(environment, "GITHUB_STEP_SUMMARY");
    Object main = ((Map<?, ?>) action.get("runs")).get("main");
    var builder = new ProcessBuilder("node", folder.resolve("" + main).toString());
    builder.directory(workspace().toFile()).environment().clear();
    builder.environment().putAll(environment);
    var end = RunningStep.start(builder).end();
    machine.putAll(values(variables));
    Files.readAllLines(path).forEach(each -> machine.merge("PATH", each, (a, b) -> b + ":" + a));
    return new Step(end.exitCode(), end.lines(), values(outputs), Files.readString(summary));
  }

  /** Runs a script as a step does. */
  Step script(String script, Map<String, String> env) throws Exception {
    var builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script);
    builder.directory(workspace().toFile()).environment().clear();
    builder.environment().putAll(machine);
    builder.environment().putAll(env);
    var end = RunningStep.start(builder).end();
    return new Step(end.exitCode(), end.lines(), Map.of(), "");
  }

  /** The folder with the actions that the build has made. */
  static Path actions() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("github-action"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests run inside a checkout");
    }
    return folder.resolve("github-action/target/action");
  }

  static Map<?, ?> yaml(Path file) throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static String variable(String input) {
    return "INPUT_" + input.replace(' ', '_').toUpperCase(Locale.ROOT);
  }

  private Path file(Map<String, String> environment, String variable) throws IOException {
    Path file = Files.createTempFile(work.resolve("_temp"), variable, "");
    environment.put(variable, file.toString());
    return file;
  }

  /** Values are written as {@code name<<DELIMITER}, lines, and the delimiter again. */
  private static Map<String, String> values(Path file) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] head = lines.get(i).split("<<", 2);
      int end = i + 1;
      while (!lines.get(end).equals(head[1])) {
        end++;
      }
      values.put(head[0], String.join("\n", lines.subList(i + 1, end)));
      i = end;
    }
    return values;
  }
}
