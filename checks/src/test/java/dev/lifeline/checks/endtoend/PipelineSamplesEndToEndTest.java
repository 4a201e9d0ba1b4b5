package dev.lifeline.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.Checkout;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The samples for systems that call the command, each with the variables that its system sets. The
 * samples for Azure Pipelines and GitHub run in the modules of these.
 */
final class PipelineSamplesEndToEndTest {
  private static final Pattern SCRIPT_IN_JENKINS =
      Pattern.compile("sh '''(.*?)'''", Pattern.DOTALL);
  private static final Pattern VARIABLE_IN_JENKINS = Pattern.compile("(LIFELINE_\\w+) = '(.*)'");

  @TempDir private Path folder;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private Emulator emulator;
  private Path workspace;
  private Unpacked program;

  @BeforeEach
  void start() throws Exception {
    emulator =
        Emulator.start(
            EmulatorSettings.DEFAULTS.withTimeScale(3600), Surroundings.ofTheMachine(pause -> {}));
    program = Unpacked.into(Files.createDirectories(folder.resolve("program")));
    workspace = Files.createDirectories(folder.resolve("workspace"));
    packUp(workspace.resolve("release.zip"));
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void the_shell_script_uploads_and_deploys() throws Exception {
    variables.putAll(account());

    run("sh " + sample("release.sh") + " release.zip 'Release 7'");

    assertReleased("Release 7");
  }

  @Test
  void the_jenkinsfile_uploads_and_deploys() throws Exception {
    String jenkinsfile = Checkout.read(sample("Jenkinsfile"));
    Matcher variable = VARIABLE_IN_JENKINS.matcher(jenkinsfile);
    while (variable.find()) {
      variables.put(variable.group(1), variable.group(2));
    }
    variables.put("JENKINS_URL", "https://jenkins.example/");
    variables.put("BUILD_NUMBER", "7");
    variables.put("WORKSPACE", workspace.toString());
    variables.putAll(account());
    Matcher script = SCRIPT_IN_JENKINS.matcher(jenkinsfile);
    assertThat(script.find()).isTrue();

    // in Groovy's quotes a backslash escapes, and joins lines
    run(script.group(1).replace("\\\n", "").replace("\\\\", "\\"));

    assertReleased("Release 7");
  }

  @Test
  void the_jobs_of_gitlab_hand_over_the_asset() throws Exception {
    Map<?, ?> pipeline =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Checkout.read(sample("gitlab-ci.yml")));
    ((Map<?, ?>) pipeline.get("variables"))
        .forEach((name, value) -> variables.put("" + name, "" + value));
    variables.put("CI", "true");
    variables.put("GITLAB_CI", "true");
    variables.put("CI_PROJECT_DIR", workspace.toString());
    variables.put("CI_PIPELINE_IID", "7");
    variables.putAll(account());

    for (Object stage : (List<?>) pipeline.get("stages")) {
      Map<?, ?> job = (Map<?, ?>) pipeline.get(stage);
      run(String.join("\n", ((List<?>) job.get("script")).stream().map(String::valueOf).toList()));
      takeVariables(workspace.resolve("upload.env"));
    }

    assertReleased("Release 7");
  }

  private void takeVariables(Path report) throws IOException {
    for (String line : Files.readAllLines(report)) {
      String[] pair = line.split("=", 2);
      variables.put(pair[0], pair[1]);
    }
  }

  private void assertReleased(String name) {
    assertThat(emulator.world().lifecycle().assets()).anyMatch(asset -> asset.name().equals(name));
    assertThat(emulator.received().of("lcs")).anyMatch(call -> call.path().contains("applyupdate"));
  }

  /** What the secret stores of these systems put into the environment. */
  private Map<String, String> account() {
    return Map.of(
        "LIFELINE_AUTHENTICATION_ENDPOINT", emulator.addresses().authenticationEndpoint() + "",
        "LIFELINE_API_ENDPOINT", emulator.addresses().apiEndpoint() + "",
        "LIFELINE_USERNAME", emulator.addresses().username(),
        "LIFELINE_PASSWORD", emulator.addresses().password().text(),
        "LIFELINE_CLIENT_ID", emulator.addresses().clientId() + "",
        "LIFELINE_PROJECT_ID", emulator.addresses().projectId() + "",
        "LIFELINE_CA_CERTIFICATE", emulator.addresses().caCertificate() + "");
  }

  private void run(String script) throws Exception {
    Path impatient = Tools.script(program.home().resolve("bin/lifeline"), impatient());
    var builder = new ProcessBuilder("bash", "-e", "-c", script).directory(workspace.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", program.home().toString());
    environment.put("XDG_CACHE_HOME", "/dev/null/cache");
    environment.put(
        "PATH", impatient.getParent() + ":" + Unpacked.java().getParent() + ":/usr/bin:/bin");
    environment.putAll(variables);
    Path log = folder.resolve("log.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).doesNotContain(emulator.addresses().password().text());
  }

  /** The command, but an emulator's hour is a second, and nobody wants to wait for minutes. */
  private String impatient() {
    return """
    #!/bin/sh
    case "$1 ${2-}" in
      deploy* | 'asset upload') exec %1$s "$@" --poll-interval 1s ;;
    esac
    exec %1$s "$@"
    """
        .formatted("'" + program.folder().resolve("bin/lifeline") + "'");
  }

  /** A software deployable package, as small as can be. */
  private static void packUp(Path file) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String part :
          List.of(
              "AXUpdateInstaller.exe", "DefaultTopologyData.xml", "HotfixInstallationInfo.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(part.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static Path sample(String name) {
    return Checkout.find().root().resolve("docs/pipelines").resolve(name);
  }
}
