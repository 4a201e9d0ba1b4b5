package dev.lifeline.extension.agent;

import dev.lifeline.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A job on an agent that knows no locale: its variables, its folders, the steps it runs. */
public final class Job {
  private static final Pattern MACRO = Pattern.compile("\\$\\(([^)]+)\\)");

  /** Looked up on the PATH of the tests: an agent brings its own. */
  private static final String NODE = "node";

  private final Path work;
  private final Map<String, String> machine = new LinkedHashMap<>();
  private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> secrets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Endpoint> endpoints = new ArrayList<>();
  private String path;

  /**
   * A job of a build in YAML.
   *
   * @param work the agent's folder
   * @param javaHome the one Java of the machine
   */
  public Job(Path work, Path javaHome) throws IOException {
    this.work = work;
    this.path = "/usr/local/bin:/usr/bin:/bin";
    machine.put("LC_ALL", "C");
    machine.put("HOME", Files.createDirectories(work.resolve("home")).toString());
    machine.put("JAVA_HOME", javaHome.toString());
    machine.put("VSTS_PROCESS_LOOKUP_ID", "vsts_5c2e8d0a");
    variables.put("system.debug", "false");
    variables.put("system.hostType", "build");
    variables.put("system.teamProject", "Contoso");
    variables.put("system.culture", "en-US");
    variables.put("system.jobId", "12f1170f-54f2-53f3-20dd-22fc7dff55f9");
    variables.put("build.buildId", "42");
    variables.put("build.buildNumber", "20261127.1");
    variables.put("build.definitionName", "Release train");
    variables.put("build.sourcesDirectory", folder("1/s").toString());
    variables.put("build.artifactStagingDirectory", folder("1/a").toString());
    variables.put("system.defaultWorkingDirectory", folder("1/s").toString());
    variables.put("pipeline.workspace", folder("1").toString());
    variables.put("agent.tempDirectory", folder("_temp").toString());
    variables.put("agent.os", "Linux");
    variables.put("agent.jobstatus", "Succeeded");
    endpoints.add(Endpoint.ofTheSystem());
  }

  /** The folder of the sources: where relative paths start. */
  public Path sources() {
    return work.resolve("1/s");
  }

  /** Sets a variable of the machine, which the agent inherits. */
  public Job withMachine(String name, String value) {
    machine.put(name, value);
    return this;
  }

  /** Sets the PATH of the machine. */
  public Job withPath(String folders) {
    path = folders;
    return this;
  }

  /** Sets a job variable. */
  public Job withVariable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Sets a secret job variable. */
  public Job withSecret(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  /** Authorizes a service connection. */
  public Job withEndpoint(Endpoint endpoint) {
    endpoints.add(endpoint);
    return this;
  }

  /** A job variable; {@code step.Name} for a step's output. */
  public String variable(String name) {
    return variables.getOrDefault(name, secrets.getOrDefault(name, ""));
  }

  /** Runs a step to its end and takes over what it has set. */
  public StepEnd run(String stepName, InstalledTask task, Map<String, String> inputs)
      throws IOException, InterruptedException {
    return taken(stepName, task, start(task, inputs).end());
  }

  /** Starts a step. */
  public RunningStep start(InstalledTask task, Map<String, String> inputs) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(NODE, task.target().toString()).directory(sources().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(task, inputs));
    return RunningStep.start(builder);
  }

  /** Runs a script as a step of its own does: secrets only reach it by env. */
  public StepEnd script(String script, Map<String, String> env)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(work.resolve("_temp"), "script", ".sh");
    Files.writeString(file, expanded(script));
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", file.toString())
            .directory(sources().toFile());
    builder.environment().clear();
    env.forEach((name, value) -> builder.environment().put(name, expanded(value)));
    builder.environment().putAll(ofTheJob());
    return taken("", null, RunningStep.start(builder).end());
  }

  /** Everything that a handler finds in its environment. */
  public Map<String, String> environment(InstalledTask task, Map<String, String> inputs) {
    Map<String, String> environment = new LinkedHashMap<>(ofTheJob());
    secrets.forEach((name, value) -> environment.put("SECRET_" + transformed(name), value));
    environment.put("VSTS_PUBLIC_VARIABLES", Json.write(variables.keySet()));
    environment.put("VSTS_SECRET_VARIABLES", Json.write(secrets.keySet()));
    Map<String, String> given = given(task, inputs);
    given.forEach((name, value) -> environment.put("INPUT_" + transformed(name), value));
    for (Endpoint endpoint : endpoints) {
      if (endpoint.id().equals("SYSTEMVSSCONNECTION") || given.containsValue(endpoint.id())) {
        environment.putAll(endpoint.variables());
      }
    }
    return environment;
  }

  private Map<String, String> ofTheJob() {
    Map<String, String> environment = new LinkedHashMap<>(machine);
    variables.forEach((name, value) -> environment.put(transformed(name), value));
    environment.put("agent.jobstatus", "Succeeded");
    environment.put("TF_BUILD", "True");
    environment.put("PATH", path);
    return environment;
  }

  /** Defaults, then the step's own values; trimmed, expanded, paths made absolute. */
  private Map<String, String> given(InstalledTask task, Map<String, String> inputs) {
    Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map<?, ?> input : task.inputs()) {
      Object otherwise = input.get("defaultValue");
      given.put(String.valueOf(input.get("name")), otherwise == null ? "" : "" + otherwise);
    }
    given.putAll(inputs);
    given.replaceAll((name, value) -> expanded(value.strip()));
    given.replaceAll((name, value) -> isPath(task, name) ? absolute(value) : value);
    return given;
  }

  private static boolean isPath(InstalledTask task, String name) {
    return task.input(name).map(input -> "filePath".equals(input.get("type"))).orElse(false);
  }

  private String absolute(String path) {
    return sources().resolve(path).normalize().toString();
  }

  /** Expands macros once; an unknown one stays as it is. */
  private String expanded(String text) {
    return MACRO
        .matcher(text)
        .replaceAll(
            match -> {
              String name = match.group(1);
              String known = variables.getOrDefault(name, secrets.get(name));
              String value = known == null ? machine.get(transformed(name)) : known;
              return Matcher.quoteReplacement(value == null ? match.group() : value);
            });
  }

  private StepEnd taken(
      String stepName, @org.jspecify.annotations.Nullable InstalledTask task, StepEnd end) {
    for (LoggingCommand command : end.commands()) {
      if (command.name().equals("task.setvariable")) {
        String name = command.property("variable");
        boolean output = task != null && task.declaresOutput(name);
        boolean secret = command.property("issecret").equalsIgnoreCase("true");
        (secret ? secrets : variables).put(output ? stepName + "." + name : name, command.data());
      } else if (command.name().equals("task.prependpath")) {
        path = command.data() + ":" + path;
      }
    }
    return end;
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }

  private static String transformed(String name) {
    return name.replace('.', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
  }
}
