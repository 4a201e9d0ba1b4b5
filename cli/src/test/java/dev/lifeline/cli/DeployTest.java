package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.scenario.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployTest {
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
  void a_deployment_prints_its_activity_id_at_once_and_how_to_follow_it() {
    Outcome outcome = deploy("Release 1");

    String activity = activity();
    assertThat(outcome.succeeded().out())
        .isEqualTo("update 'Release 1': Started\nactivity id  " + activity + "\n");
    assertThat(outcome.err())
        .contains(
            "lifeline operation watch "
                + activity
                + " --environment "
                + desk.environmentId("contoso-uat")
                + " --project-id 1234567");
    assertThat(desk.time.elapsed()).isEqualTo(Duration.ZERO);
  }

  @Test
  void in_json_the_fields_are_those_of_the_contract() {
    Outcome outcome = deploy("Release 1", "-o", "json", "--quiet");

    assertThat(outcome.succeeded().json())
        .containsOnlyKeys(
            "activityId", "deploymentId", "environmentId", "assetId", "status", "joined")
        .containsEntry("activityId", activity())
        .containsEntry("joined", false)
        .containsEntry("environmentId", desk.environmentId("contoso-uat"))
        .containsEntry("assetId", desk.assetId("contoso-release-1.zip"))
        .containsEntry("status", "Started");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void waiting_looks_every_five_minutes_until_it_is_completed() {
    Outcome outcome = deploy("Release 1", "--wait", "-o", "json");

    assertThat(outcome.succeeded().json()).containsEntry("status", "Completed");
    assertThat(desk.time.elapsed()).isEqualTo(Duration.ofHours(1));
    assertThat(outcome.err())
        .containsSubsequence(
            "started the update 'Release 1': activity id " + activity(),
            "NotStarted",
            "PreparingEnvironment",
            "InProgress",
            "Completed");
  }

  @Test
  void a_deployment_that_fails_ends_with_code_1() {
    Outcome outcome = deploy("this will fail", "--wait", "--quiet");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("the operation " + activity() + " ended as 'Failed'");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void giving_up_ends_with_code_5_and_the_command_that_joins_again_works() {
    Outcome outcome = deploy("Release 1", "--wait", "--timeout", "20m");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("gave up waiting", "It goes on in LCS without Lifeline.");
    assertThat(desk.run(joinCommand(outcome)).succeeded().out()).contains("Completed (succeeded)");
  }

  @Test
  void the_command_that_joins_again_names_the_connection_that_was_named() {
    desk.store("fabrikam", "owner", desk.password());

    Outcome outcome = deploy("Release 1", "--connection", "contoso");

    assertThat(outcome.err()).contains(" --connection contoso\n");
    assertThat(desk.run(joinCommand(outcome)).succeeded().out()).contains("Completed (succeeded)");
  }

  @Test
  void the_environment_may_be_named_by_its_id() {
    Outcome outcome =
        desk.run(
            "deploy",
            "--environment",
            desk.environmentId("contoso-test"),
            "--asset",
            desk.assetId("contoso-release-1.zip"),
            "--name",
            "Release 1");

    assertThat(outcome.succeeded().out()).contains("Started");
  }

  @Test
  void an_environment_that_does_not_exist_ends_with_code_4() {
    Outcome outcome =
        desk.run(
            "deploy",
            "--environment=nowhere",
            "--asset=" + desk.assetId("contoso-release-1.zip"),
            "--name=x",
            "-o=json");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.errorCode()).isEqualTo("ENVIRONMENT_NOT_FOUND");
  }

  @Test
  void production_is_refused_before_anything_is_started() {
    Outcome outcome =
        desk.run(
            "deploy",
            "--environment=contoso-production",
            "--asset=" + desk.assetId("contoso-release-1.zip"),
            "--name=x");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("environment 'contoso-production' is a production environment");
    assertThat(desk.received("lcs")).noneMatch(it -> it.method().equals("POST"));
  }

  @Test
  void a_dry_run_of_what_goes_on_already_says_that_it_would_be_followed() {
    deploy("Release 1").succeeded();

    assertThat(deploy("Release 1", "--dry-run").succeeded().out())
        .contains("it goes on already, as ", ": it would be followed");
  }

  @Test
  void the_same_command_again_joins_what_goes_on() {
    deploy("Release 1").succeeded();

    Outcome again = deploy("Release 1", "--wait", "-o", "json");

    assertThat(again.succeeded().json())
        .containsEntry("joined", true)
        .containsEntry("status", "Completed")
        .containsEntry("activityId", activity());
    assertThat(again.err()).contains("an earlier run has started the update 'Release 1' already");
    assertThat(desk.emulator.world().lifecycle().operations()).hasSize(1);
  }

  @Test
  void an_environment_that_is_serviced_already_ends_with_code_1_and_says_by_what() {
    deploy("Release 1").succeeded();

    Outcome other = deploy("Release 2", "-o", "json");

    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.errorCode()).isEqualTo("ENVIRONMENT_BUSY");
    assertThat(other.err()).contains("'Release 1'", "NotStarted since");
  }

  @Test
  void a_wait_shows_how_long_it_usually_takes() {
    deploy("Release 1", "--wait").succeeded();

    assertThat(deploy("Release 2", "--wait").succeeded().err()).contains(", usually ");
  }

  @Test
  void malformed_values_are_refused_before_anything_is_sent() {
    String id = desk.assetId("contoso-release-1.zip");
    List<List<String>> wrong =
        List.of(
            List.of("--environment=e", "--asset=1", "--name=x"),
            List.of("--environment=e", "--asset=" + id, "--name= "),
            List.of("--environment=e", "--asset=" + id, "--name=x", "--timeout=-1"),
            List.of("--environment=e", "--asset=" + id, "--name=x", "--poll-interval=0s"),
            List.of("--environment=e", "--asset=" + id, "--name=x", "--type=isv"),
            List.of("--asset=" + id, "--name=x"));

    for (List<String> arguments : wrong) {
      Outcome outcome =
          desk.run(Stream.concat(Stream.of("deploy"), arguments.stream()).toArray(String[]::new));

      assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
    }
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_lost_answer_to_the_start_starts_no_second_deployment() {
    desk.emulator
        .faults()
        .add(Fault.once("lcs", "POST", "applyupdate", new FaultAction.LoseAnswer()));

    Outcome outcome = deploy("Release 1", "-o", "json");

    assertThat(outcome.succeeded().json()).containsEntry("joined", true);
    assertThat(desk.emulator.world().lifecycle().operations()).hasSize(1);
    assertThat(desk.received("lcs")).extracting(Received::method).containsOnlyOnce("POST");
  }

  @Test
  void status_shows_where_it_stands_without_waiting() {
    deploy("Release 1").succeeded();
    desk.time.advance(Duration.ofMinutes(5));

    Outcome text = desk.run("operation", "status", activity(), "--environment", "contoso-uat");
    Outcome json =
        desk.run("operation", "status", activity(), "--environment", "contoso-uat", "-o", "json");

    assertThat(text.succeeded().out())
        .isEqualTo("operation " + activity() + ": PreparingEnvironment (running)\n");
    assertThat(json.succeeded().json())
        .containsOnlyKeys("activityId", "environmentId", "operationStatus", "state", "currentStep")
        .containsEntry("operationStatus", "PreparingEnvironment")
        .containsEntry("state", "running");
  }

  @Test
  void watch_follows_what_was_started_elsewhere() {
    deploy("this needs a rollback").succeeded();

    Outcome outcome =
        desk.run("operation", "watch", activity(), "--environment", "contoso-uat", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("OPERATION_FAILED", "RollbackCompleted");
  }

  @Test
  void a_malformed_activity_id_is_refused_before_anything_is_sent() {
    Outcome outcome =
        desk.run("operation", "watch", "42", "--environment", "contoso-uat", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("VALUE_MALFORMED");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  private Outcome deploy(String name, String... more) {
    Stream<String> arguments =
        Stream.of(
            "deploy",
            "--environment",
            "Contoso-UAT",
            "--asset",
            desk.assetId("contoso-release-1.zip"),
            "--name",
            name);
    return desk.run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }

  private String activity() {
    return desk.emulator.world().lifecycle().operations().get(0).activityId().toString();
  }

  @Test
  void a_start_of_which_nobody_knows_ends_with_code_5_and_is_made_by_the_next_run() {
    desk.emulator
        .faults()
        .add(Fault.once("lcs", "POST", "applyupdate", new FaultAction.CutBefore()));

    Outcome outcome = deploy("Release 1", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("START_UNCERTAIN");
    assertThat(desk.emulator.world().lifecycle().operations()).isEmpty();
    assertThat(deploy("Release 1").succeeded().out()).contains("Started");
    assertThat(desk.emulator.world().lifecycle().operations()).hasSize(1);
  }

  private static String[] joinCommand(Outcome outcome) {
    String text = outcome.err().replaceAll("\\s+", " ").strip();
    return text.substring(text.lastIndexOf("lifeline operation watch") + "lifeline ".length())
        .split(" ");
  }
}
