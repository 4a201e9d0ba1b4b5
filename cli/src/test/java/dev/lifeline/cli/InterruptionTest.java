package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.scenario.FaultAction.Delay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C reaches a command as the interruption of its thread. */
class InterruptionTest {
  private static final Delay FOR_EVER = new Delay(Duration.ofHours(1));

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void during_the_sign_in_nothing_goes_on() throws Exception {
    desk.emulator.faults().add(Fault.once("entra", "POST", "token", FOR_EVER));

    Outcome outcome = interruptedWhileARequestIsHeld("asset", "list");

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.err()).contains("Nothing was changed, and nothing goes on in LCS.");
    assertThat(outcome.out()).isEmpty();
    assertThat(desk.received("lcs")).isEmpty();
  }

  @Test
  void during_the_proof_of_a_new_connection_nothing_is_kept() throws Exception {
    desk.emulator.faults().add(Fault.once("entra", "POST", "token", FOR_EVER));
    desk.environment.put("SECRET", desk.password());
    List<String> arguments = new ArrayList<>(List.of("connection", "create", "second"));
    arguments.addAll(desk.connectionOptions());
    arguments.addAll(List.of("--password-env", "SECRET"));

    Outcome outcome = interruptedWhileARequestIsHeld(arguments.toArray(String[]::new));

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(new ConnectionFolder(desk.home, desk.time).list()).hasSize(1);
  }

  @Test
  void during_an_upload_no_asset_comes_into_the_library() throws Exception {
    Path file = desk.release("Release.zip", 9_000_000);
    desk.emulator.faults().add(Fault.once("blob", "PUT", "", FOR_EVER).after(1));

    Outcome outcome = interruptedWhileARequestIsHeld("asset", "upload", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.err())
        .contains(
            "error: stopped uploading 'Release.zip'",
            "lifeline asset list --type software-deployable-package --project-id 1234567\n");
    assertThat(outcome.err().replaceAll("\\s+", " ")).contains("Nothing goes on in LCS.");
    assertThat(desk.asset("Release.zip").isCommitted()).isFalse();
  }

  @Test
  void after_an_upload_was_stopped_the_same_command_goes_on_with_the_same_asset() throws Exception {
    Path file = desk.release("Release.zip", 9_000_000);
    desk.emulator.faults().add(Fault.once("blob", "PUT", "", FOR_EVER).after(1));

    Outcome stopped = interruptedWhileARequestIsHeld("asset", "upload", file.toString());
    Outcome second = desk.run("asset", "upload", file.toString(), "-o", "json");

    assertThat(stopped.err()).contains("run the same command again within 7 days");
    assertThat(second.succeeded().json())
        .containsEntry("resumed", true)
        .containsEntry("assetId", desk.assetId("Release.zip"));
    assertThat(desk.asset("Release.zip").isCommitted()).isTrue();
  }

  @Test
  void during_the_download_of_several_the_command_that_fetches_the_rest_works() throws Exception {
    Path target = folder.resolve("target");
    desk.emulator.faults().add(Fault.once("blob", "GET", "", FOR_EVER).after(1));

    Outcome stopped =
        interruptedWhileARequestIsHeld(
            "asset", "download", "--type", "10", "--to", target.toString());

    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.err()).contains("stopped downloading: 1 of 2 files are whole");
    Outcome rest = stripped(stopped);
    desk.run(commandIn(rest, "lifeline asset download")).succeeded();
    assertThat(files(target)).hasSize(2);
  }

  /** The shell's part: taking the quotes away. */
  private static Outcome stripped(Outcome outcome) {
    return new Outcome(outcome.exitCode(), outcome.out(), outcome.err().replace("\"", ""));
  }

  @Test
  void during_a_wait_for_the_validation_it_says_how_to_wait_again() throws Exception {
    Path file = desk.release("Release.zip", 1000);

    Outcome outcome =
        interruptedInWait(2, "asset", "upload", file.toString(), "--wait-for-validation");

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.err())
        .contains("stopped waiting for the validation", "LCS goes on validating it.");
    assertThat(desk.run(commandIn(outcome, "lifeline asset wait")).succeeded().out())
        .endsWith(": Done\n");
  }

  @Test
  void after_a_download_that_was_interrupted_the_same_command_fetches_the_rest() throws Exception {
    String id = desk.upload(desk.release("Release.zip", 2_000_000));
    Path target = folder.resolve("target");
    desk.emulator.faults().add(Fault.once("blob", "GET", "", new FaultAction.Truncate(1_000_000)));
    desk.emulator.faults().add(Fault.once("blob", "GET", "", FOR_EVER));
    String[] download = {"asset", "download", "--id", id, "--to", target.toString(), "-o", "json"};
    Background command = Background.start(desk.host(), download);
    assertThat(desk.requestHeld.await(1, TimeUnit.MINUTES)).isTrue();

    command.interrupt();

    assertThat(command.outcome().exitCode()).isEqualTo(130);
    assertThat(command.outcome().err()).contains("\"code\":\"INTERRUPTED\"");
    Path whole = target.resolve("Release.zip");
    assertThat(files(target)).isNotEmpty().doesNotContain(whole);
    desk.run(download).succeeded();
    assertThat(files(target)).containsExactly(whole);
  }

  @Test
  void while_a_deployment_is_being_started_nobody_knows_whether_it_was() throws Exception {
    desk.emulator.faults().add(Fault.once("lcs", "POST", "applyupdate", FOR_EVER));

    Outcome outcome = interruptedWhileARequestIsHeld(deploy("--wait"));

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.err())
        .contains("nobody knows whether the update 'Release 1' was started")
        .contains("lifeline operation watch ACTIVITY_ID");
  }

  @Test
  void after_the_start_of_a_deployment_the_command_that_joins_again_works() throws Exception {
    Outcome outcome = interruptedInWait(3, deploy("--wait"));

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.err())
        .contains("error: stopped following the operation", "It goes on in LCS without Lifeline.");
    assertThat(desk.run(commandIn(outcome, "lifeline operation watch")).succeeded().out())
        .contains("Completed (succeeded)");
    assertThat(desk.emulator.world().lifecycle().operations()).hasSize(1);
  }

  @Test
  void in_json_the_interruption_names_the_operation() throws Exception {
    Outcome outcome = interruptedInWait(1, deploy("--wait", "-q", "-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().reduce((first, last) -> last).orElse(""))
        .contains("\"code\":\"INTERRUPTED\"")
        .contains(desk.emulator.world().lifecycle().operations().get(0).activityId().toString());
  }

  private String[] deploy(String... more) {
    Stream<String> arguments =
        Stream.of(
            "deploy",
            "--environment",
            "contoso-uat",
            "--asset",
            desk.assetId("contoso-release-1.zip"),
            "--name",
            "Release 1");
    return Stream.concat(arguments, Stream.of(more)).toArray(String[]::new);
  }

  private Outcome interruptedWhileARequestIsHeld(String... arguments) throws Exception {
    Background command = Background.start(desk.host(), arguments);
    assertThat(desk.requestHeld.await(1, TimeUnit.MINUTES)).isTrue();
    command.interrupt();
    return command.outcome();
  }

  private Outcome interruptedInWait(int wait, String... arguments) throws Exception {
    return Background.start(desk.host(new InterruptingTime(desk.time, wait)), arguments).outcome();
  }

  private static String[] commandIn(Outcome outcome, String beginning) {
    String text = outcome.err().replaceAll("\\s+", " ").strip();
    return text.substring(text.lastIndexOf(beginning) + "lifeline ".length()).split(" ");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }
}
