package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetDeleteTest {
  private static final String NAME = "contoso-release-1.zip";

  @TempDir private Path folder;
  private Desk desk;
  private String id;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
    id = desk.assetId(NAME);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void on_a_terminal_it_asks_and_names_what_would_be_gone() {
    RecordingHost host = desk.host();
    host.interactive = true;
    host.answers.add("yes");

    Outcome outcome = host.run("asset", "delete", id);

    assertThat(host.questions)
        .singleElement()
        .asString()
        .contains("Delete the asset 'Contoso release 1'", id, "from project 1234567?");
    assertThat(outcome.succeeded().out()).startsWith("deleted the asset 'Contoso release 1'");
    assertThat(isThere()).isFalse();
  }

  @Test
  void any_other_answer_deletes_nothing() {
    RecordingHost host = desk.host();
    host.interactive = true;
    host.answers.add("");

    Outcome outcome = host.run("asset", "delete", id);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(isThere()).isTrue();
  }

  @Test
  void where_nobody_can_be_asked_it_needs_yes() {
    Outcome outcome = desk.run("asset", "delete", id, "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("CONFIRMATION_MISSING");
    assertThat(outcome.error().get("message").toString()).contains("Contoso release 1");
    assertThat(isThere()).isTrue();
  }

  @Test
  void with_yes_it_does_not_ask() {
    Outcome outcome = desk.run("asset", "delete", id, "--yes", "-o", "json");

    assertThat(outcome.succeeded().json())
        .containsEntry("assetId", id)
        .containsEntry("name", "Contoso release 1")
        .containsEntry("deleted", true);
    assertThat(isThere()).isFalse();
  }

  @Test
  void an_asset_that_is_not_there_ends_with_code_4() {
    Outcome outcome =
        desk.run("asset", "delete", "00000000-0000-0000-0000-000000000001", "--yes", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.errorCode()).isEqualTo("ASSET_NOT_FOUND");
  }

  @Test
  void interrupted_it_says_how_to_see_whether_it_was_done() throws Exception {
    desk.emulator
        .faults()
        .add(
            Fault.once(
                "lcs", "POST", "DeleteFileAsset", new FaultAction.Delay(Duration.ofHours(1))));
    Background command = Background.start(desk.host(), "asset", "delete", id, "--yes");
    assertThat(desk.requestHeld.await(1, TimeUnit.MINUTES)).isTrue();

    command.interrupt();

    assertThat(command.outcome().exitCode()).isEqualTo(130);
    assertThat(command.outcome().err())
        .contains("nobody knows whether the asset", "lifeline asset show " + id);
  }

  private boolean isThere() {
    return desk.emulator.world().lifecycle().assets().stream()
        .anyMatch(asset -> asset.fileName().equals(NAME));
  }
}
