package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetWaitTest {
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
  void it_joins_a_validation_that_another_command_started() throws IOException {
    String id = desk.upload(desk.release("Release.zip", 1000));

    Outcome outcome = desk.run("asset", "wait", id);

    assertThat(outcome.succeeded().out())
        .isEqualTo("LCS has validated the asset " + id + ": Done\n");
    assertThat(outcome.err()).contains(": Unknown, after", ": Process, after", ": Done, after");
    assertThat(desk.time.elapsed()).isEqualTo(Duration.ofMinutes(6));
  }

  @Test
  void in_json_the_status_has_the_name_that_lcs_gives_it() throws IOException {
    String id = desk.upload(desk.release("Release.zip", 1000));

    Outcome outcome = desk.run("asset", "wait", id, "-o", "json");

    assertThat(outcome.succeeded().json())
        .isEqualTo(Map.of("assetId", id, "displayStatus", "Done", "durationSeconds", 360.0));
  }

  @Test
  void an_invalid_asset_ends_with_code_1() throws IOException {
    String id = desk.upload(desk.release("invalid.zip", 1000));

    Outcome outcome = desk.run("asset", "wait", id, "-q", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errorCode()).isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void a_word_that_nobody_knows_is_given_three_looks() throws IOException {
    String id = desk.upload(desk.release("Release.zip", 1000));
    answer("Queued", 2);

    Outcome outcome = desk.run("asset", "wait", id);

    assertThat(outcome.succeeded().err()).contains(": Queued, after");
  }

  @Test
  void a_word_that_nobody_knows_and_that_stays_ends_with_code_1() throws IOException {
    String id = desk.upload(desk.release("Release.zip", 1000));
    answer("Quarantined", 3);

    Outcome outcome = desk.run("asset", "wait", id, "-q", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.error().get("message").toString()).contains("'Quarantined'");
    assertThat(outcome.error().get("why").toString()).contains("does not know that word");
  }

  @Test
  void giving_up_ends_with_code_5_and_the_command_that_waits_again_works() throws IOException {
    String id = desk.upload(desk.release("Release.zip", 1000));

    Outcome outcome = desk.run("asset", "wait", id, "--timeout", "3m", "--poll-interval", "30s");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(desk.time.elapsed()).isEqualTo(Duration.ofMinutes(3));
    assertThat(desk.run(commandIn(outcome)).succeeded().out()).endsWith(": Done\n");
  }

  @Test
  void interrupted_it_prints_the_command_that_waits_again() throws Exception {
    String id = desk.upload(desk.release("Release.zip", 1000));

    Outcome outcome =
        Background.start(desk.host(new InterruptingTime(desk.time, 2)), "asset", "wait", id)
            .outcome();

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.err()).contains("LCS goes on validating it.");
    assertThat(desk.run(commandIn(outcome)).succeeded().out()).endsWith(": Done\n");
  }

  private void answer(String status, int times) {
    String body =
        """
        {"Id": "00000000-0000-0000-0000-000000000001", "DisplayStatus": "%s"}
        """
            .formatted(status);
    desk.emulator
        .faults()
        .add(
            Fault.once(
                    "lcs",
                    "GET",
                    "GetFileAssetValidationStatus",
                    new FaultAction.Answer(200, Map.of(), body))
                .times(times));
  }

  private static String[] commandIn(Outcome outcome) {
    String text = outcome.err().replaceAll("\\s+", " ").strip();
    String from = text.substring(text.lastIndexOf("lifeline asset wait") + "lifeline ".length());
    return from.split(" ");
  }
}
