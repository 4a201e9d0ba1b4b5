package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.time.SystemTime;
import dev.lifeline.emulator.peers.Azurite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorCommandTest {
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='([^']*)'");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final List<Background> running = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (Background command : running) {
      command.interrupt();
      command.outcome();
    }
  }

  @Test
  void the_ready_file_holds_what_a_person_and_a_test_need() throws Exception {
    Path ready = folder.resolve("ready.json");

    start("--ready-file", ready.toString());

    assertThat(readyFile(ready))
        .containsOnlyKeys(
            "authenticationEndpoint",
            "apiEndpoint",
            "otherApiEndpoint",
            "graphEndpoint",
            "blobEndpoint",
            "adminEndpoint",
            "caCertificate",
            "tenantDomain",
            "clientId",
            "username",
            "administrator",
            "password",
            "projectId");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ready)))
        .isEqualTo("rw-------");
    try (Stream<Path> found = Files.list(folder)) {
      assertThat(found).containsExactly(ready);
    }
  }

  @Test
  void the_commands_that_it_prints_work_as_they_are() throws Exception {
    RecordingHost emulator = start();

    List<Outcome> outcomes = runPrintedCommands(emulator.outSoFar());

    assertThat(outcomes).hasSize(2).extracting(Outcome::exitCode).containsOnly(0);
    assertThat(outcomes.get(0).out()).contains("created the connection 'emulator'");
    assertThat(outcomes.get(1).out()).contains("Contoso release 1");
  }

  @Test
  void on_windows_it_prints_what_powershell_understands() throws Exception {
    RecordingHost host = new RecordingHost(Map.of(), folder, new ParkedTime());
    host.operatingSystem = "Windows 11";

    assertThat(started(host).outSoFar())
        .contains("  $env:LIFELINE_CA_CERTIFICATE='", "  lifeline connection create emulator `\n")
        .doesNotContain("export ", "\\\n");
  }

  @Test
  void what_it_prints_holds_no_password() throws Exception {
    Path ready = folder.resolve("ready.json");

    RecordingHost text = start("--ready-file", ready.toString());
    RecordingHost json = start("--state", folder.resolve("world").toString(), "-o", "json");

    assertThat(text.outSoFar() + text.errSoFar())
        .doesNotContain(readyFile(ready).get("password").toString());
    assertThat(new Outcome(0, json.outSoFar(), json.errSoFar()).json())
        .doesNotContainKey("password")
        .containsKeys("authenticationEndpoint", "passwordFile", "adminEndpoint", "projectId")
        .containsKeys("otherApiEndpoint", "graphEndpoint", "administrator");
  }

  @Test
  void ctrl_c_ends_it_and_the_password_file_is_gone() throws Exception {
    RecordingHost emulator = start("-o", "json");
    String passwordFile =
        new Outcome(0, emulator.outSoFar(), "").json().get("passwordFile").toString();
    assertThat(Path.of(passwordFile)).exists();

    running.get(0).interrupt();

    assertThat(running.get(0).outcome().exitCode()).isEqualTo(130);
    assertThat(running.get(0).outcome().err()).contains("the emulator was ended");
    assertThat(Path.of(passwordFile)).doesNotExist();
  }

  @Test
  void a_port_that_is_taken_ends_with_code_2() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome =
          host().run("emulator", "--port", Integer.toString(taken.getLocalPort()), "-o", "json");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.errorCode()).isEqualTo("EMULATOR_NOT_STARTED");
    }
  }

  @Test
  void settings_that_make_no_sense_end_with_code_2() {
    for (List<String> wrong :
        List.of(
            List.of("--port", "70000"),
            List.of("--time-scale", "0"),
            List.of("--blob-endpoint", "not a url"),
            List.of("--blob-endpoint", "azurite"),
            List.of("--blob-endpoint", "ftp://127.0.0.1/devstoreaccount1"))) {
      Outcome outcome = host().run("emulator", wrong.get(0), wrong.get(1), "-o", "json");

      assertThat(outcome.exitCode()).as(wrong + " " + outcome).isEqualTo(2);
    }
  }

  @Test
  void a_ready_file_that_cannot_be_written_ends_with_code_2() {
    Outcome outcome =
        host()
            .run("emulator", "--ready-file", folder.resolve("no/folder").toString(), "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("TARGET_NOT_WRITABLE");
  }

  @Test
  void a_world_that_is_kept_survives_a_restart() throws Exception {
    String state = folder.resolve("world").toString();
    Path file = Files.writeString(folder.resolve("Release.zip"), "content");
    RecordingHost before = start("--state", state);
    runPrintedCommands(before.outSoFar());
    String id =
        host()
            .run("asset", "upload", file.toString(), "--no-preflight", "-o", "json")
            .succeeded()
            .json()
            .get("assetId")
            .toString();
    running.get(0).interrupt();
    running.get(0).outcome();
    environment.put("LIFELINE_HOME", folder.resolve("second-home").toString());

    RecordingHost after = start("--state", state);

    runPrintedCommands(after.outSoFar());
    host()
        .run("asset", "download", "--id", id, "--to", folder.resolve("back").toString())
        .succeeded();
    assertThat(folder.resolve("back/Release.zip")).hasContent("content");
  }

  @Test
  void the_same_upload_and_download_pass_against_azurite() throws Exception {
    byte[] content = DeployablePackage.of(9_000_000);
    Path file = Files.write(folder.resolve("Release.zip"), content);
    try (Azurite azurite = Azurite.start()) {
      RecordingHost emulator =
          start("--blob-endpoint", azurite.endpoint() + "/devstoreaccount1", "-o", "json");
      connect(new Outcome(0, emulator.outSoFar(), "").json());
      String id =
          host()
              .run("asset", "upload", file.toString(), "-o", "json")
              .succeeded()
              .json()
              .get("assetId")
              .toString();

      host()
          .run("asset", "download", "--id", id, "--to", folder.resolve("back").toString())
          .succeeded();

      assertThat(folder.resolve("back/Release.zip")).hasSameBinaryContentAs(file);
    }
  }

  /** Starts the command; it answers requests when this returns. */
  private RecordingHost start(String... options) throws InterruptedException {
    return started(new RecordingHost(Map.of(), folder, new ParkedTime()), options);
  }

  private RecordingHost started(RecordingHost host, String... options) throws InterruptedException {
    ParkedTime time = (ParkedTime) host.time();
    Background command =
        Background.start(
            host, Stream.concat(Stream.of("emulator"), Stream.of(options)).toArray(String[]::new));
    running.add(command);
    assertThat(time.waiting.await(1, TimeUnit.MINUTES)).as(host.errSoFar()).isTrue();
    return host;
  }

  private RecordingHost host() {
    environment.putIfAbsent("LIFELINE_HOME", folder.resolve("home").toString());
    return new RecordingHost(environment, folder, new SystemTime());
  }

  private void connect(Map<String, Object> at) {
    environment.put("LIFELINE_CA_CERTIFICATE", at.get("caCertificate").toString());
    environment.put(
        "LIFELINE_AUTHENTICATION_ENDPOINT", at.get("authenticationEndpoint").toString());
    environment.put("LIFELINE_API_ENDPOINT", at.get("apiEndpoint").toString());
    environment.put("LIFELINE_USERNAME", at.get("username").toString());
    environment.put("LIFELINE_CLIENT_ID", at.get("clientId").toString());
    environment.put("LIFELINE_PASSWORD_FILE", at.get("passwordFile").toString());
    environment.put("LIFELINE_PROJECT_ID", at.get("projectId").toString());
  }

  /** Does what a person does who pastes the printed lines into a shell. */
  private List<Outcome> runPrintedCommands(String printed) {
    List<Outcome> outcomes = new ArrayList<>();
    for (String line : printed.replace("\\\n", " ").lines().map(String::strip).toList()) {
      Matcher export = EXPORT.matcher(line);
      if (export.matches()) {
        environment.put(export.group(1), export.group(2));
      } else if (line.startsWith("lifeline ")) {
        String[] words =
            WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .skip(1)
                .toArray(String[]::new);
        outcomes.add(host().run(words));
      }
    }
    return outcomes;
  }

  private static Map<String, Object> readyFile(Path file) throws IOException {
    return new Outcome(0, Files.readString(file), "").json();
  }
}
