package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.world.OperationKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMovementCommandsTest {
  private static final String[] REFRESH = {
    "database", "refresh", "--source", "contoso-uat", "--target", "contoso-test"
  };

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
  void a_refresh_needs_somebody_who_agrees() {
    Outcome outcome = desk.run(REFRESH);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err().replaceAll("\\s+", " "))
        .contains(
            "a refresh would overwrite the database of 'contoso-test' ("
                + desk.environmentId("contoso-test")
                + ") with that of 'contoso-uat', and nobody agreed to it");
    assertThat(desk.received("lcs")).noneMatch(it -> it.method().equals("POST"));
  }

  @Test
  void on_a_terminal_it_asks_and_names_what_is_overwritten() {
    RecordingHost host = desk.host();
    host.interactive = true;
    host.answers.add("yes");

    assertThat(host.run(REFRESH).succeeded().out())
        .startsWith("refresh of 'contoso-test': Started");
    assertThat(host.questions)
        .singleElement()
        .asString()
        .contains("Overwrite the database of 'contoso-test'", "What is in it now is lost.");
  }

  @Test
  void a_refresh_is_followed_to_its_end_and_joined_by_its_ids_alone() {
    Outcome started = desk.run(with(REFRESH, "--yes")).succeeded();
    Outcome followed = desk.run(with(REFRESH, "--yes", "--wait", "-o", "json"));

    assertThat(started.err()).contains(" --type refresh ");
    assertThat(followed.succeeded().json())
        .containsOnlyKeys("activityId", "environmentId", "status", "joined", "sourceEnvironmentId")
        .containsEntry("status", "Completed")
        .containsEntry("joined", true);
  }

  @Test
  void an_export_is_followed_to_its_end() {
    Outcome outcome =
        desk.run(
            "database", "export", "--environment", "contoso-test", "--name", "golden", "--wait");

    assertThat(outcome.succeeded().out())
        .contains("export of 'contoso-test' as 'golden': Completed", "activity id  ");
    assertThat(desk.run("database", "list").succeeded().out()).contains("golden");
  }

  @Test
  void a_pull_that_was_given_up_goes_on_with_the_same_command() {
    String[] pull = {
      "database",
      "pull",
      "--source",
      "contoso-uat",
      "--target",
      "contoso-test",
      "--name",
      "golden",
      "--to",
      folder.resolve("backups").toString(),
      "--yes"
    };

    Outcome first = desk.run(with(pull, "--timeout", "35m"));
    Outcome second = desk.run(with(pull, "-o", "json"));

    assertThat(first.exitCode()).isEqualTo(5);
    assertThat(first.err()).contains("lifeline operation watch ", " --type refresh ");
    assertThat(second.succeeded().json())
        .containsOnlyKeys("assetId", "name", "path", "sizeBytes", "sha256");
    assertThat(desk.emulator.world().lifecycle().operations())
        .extracting(it -> it.kind())
        .containsExactly(OperationKind.DATABASE_REFRESH, OperationKind.DATABASE_EXPORT);
  }

  @Test
  void what_cannot_be_meant_is_refused_before_anything_is_sent() {
    for (List<String> wrong :
        List.of(
            List.of("database", "export", "--environment", " ", "--name", "x"),
            List.of("database", "export", "--environment", "x", "--name", " "),
            List.of("database", "refresh", "--source", "x"),
            List.of("database", "pull", "--source", "x", "--target", "y", "--name", " "))) {
      assertThat(desk.run(wrong.toArray(String[]::new)).exitCode()).isEqualTo(2);
    }
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }
}
