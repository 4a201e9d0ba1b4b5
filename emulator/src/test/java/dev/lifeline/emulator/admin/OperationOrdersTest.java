package dev.lifeline.emulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.TurnedClock;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationOrdersTest {

  private final Lab lab;

  OperationOrdersTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void operations_are_counted_by_environment_and_name() throws Exception {
    start(lab, "nightly");
    lab.passMinutes(60);
    start(lab, "nightly");
    lab.passMinutes(60);
    start(lab, "weekly");

    List<?> counts = (List<?>) lab.send(lab.admin("/operations")).json().get("operations");

    assertThat(counts).isEqualTo(List.of(count("nightly", 2), count("weekly", 1)));
  }

  @Test
  void an_operation_whose_answer_was_lost_is_counted_once_and_a_refused_one_not() throws Exception {
    lab.emulator
        .faults()
        .add(Fault.once("lcs", "POST", "applyupdate", new FaultAction.LoseAnswer()));
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> start(lab, "nightly")))
        .isInstanceOf(java.io.IOException.class);
    start(lab, "nightly");

    assertThat(lab.send(lab.admin("/operations")).json().get("operations"))
        .isEqualTo(List.of(count("nightly", 1)));
  }

  @Test
  void the_end_of_an_operation_can_be_decided_while_it_is_under_way() throws Exception {
    String activity = start(lab, "nightly").text("OperationActivityId");
    lab.passMinutes(35);
    Lab.Answer decided = lab.order("/operations/" + activity, Map.of("outcome", "rollback-fails"));

    assertThat(decided.json())
        .containsEntry("state", "RollbackInProgress")
        .containsEntry("outcome", "rollback-fails");
    lab.passMinutes(25);
    assertThat(status(lab, activity)).isEqualTo("RollbackFailed");
  }

  @Test
  void what_is_stuck_can_be_ended() throws Exception {
    String activity = start(lab, "stuck").text("OperationActivityId");
    lab.passMinutes(10_000);
    String before = status(lab, activity);

    lab.order("/operations/" + activity, Map.of("outcome", "succeeds"));

    assertThat(before).isEqualTo("InProgress");
    assertThat(status(lab, activity)).isEqualTo("Completed");
  }

  @Test
  void the_next_operations_end_as_was_ordered_whatever_their_names() throws Exception {
    Lab.Answer ordered = lab.order("/outcomes", Map.of("outcome", "aborts", "times", 2));
    String first = start(lab, "nightly").text("OperationActivityId");
    lab.passMinutes(60);
    String second = start(lab, "nightly").text("OperationActivityId");
    lab.passMinutes(60);
    String third = start(lab, "nightly").text("OperationActivityId");
    lab.passMinutes(60);

    assertThat(ordered.json()).containsEntry("outcomes", List.of("aborts", "aborts"));
    assertThat(List.of(status(lab, first), status(lab, second), status(lab, third)))
        .containsExactly("Aborted", "Aborted", "Completed");
  }

  @Test
  void a_start_that_is_refused_uses_up_no_order() throws Exception {
    start(lab, "nightly");
    lab.order("/outcomes", Map.of("outcome", "fails"));

    start(lab, "too early");

    assertThat(lab.send(lab.admin("/outcomes")).json()).containsEntry("outcomes", List.of("fails"));
  }

  @Test
  void orders_can_be_forgotten() throws Exception {
    lab.order("/outcomes", Map.of("outcome", "fails"));

    lab.send(lab.admin("/outcomes").DELETE());

    assertThat(lab.send(lab.admin("/outcomes")).json()).containsEntry("outcomes", List.of());
  }

  @Test
  void orders_and_operations_survive_a_restart(@TempDir Path folder) throws Exception {
    EmulatorSettings settings =
        EmulatorSettings.DEFAULTS.withTimeScale(Lab.SCALE).withStateFolder(folder);
    TurnedClock clock = new TurnedClock();
    String activity;
    try (Lab before = new Lab(settings.withRateLimits(true), clock)) {
      activity = start(before, "slow").text("OperationActivityId");
      before.order("/outcomes", Map.of("outcome", "fails"));
      before.passMinutes(300);
    }

    try (Lab after = new Lab(settings, clock)) {
      assertThat(status(after, activity)).isEqualTo("InProgress");
      assertThat(after.send(after.admin("/outcomes")).json())
          .containsEntry("outcomes", List.of("fails"));
      assertThat(after.emulator.world().settings().limits().throttles()).isTrue();
      after.passMinutes(300);
      assertThat(status(after, activity)).isEqualTo("Completed");
    }
  }

  private Map<String, Object> count(String name, int count) {
    return Map.of(
        "environment",
        lab.environment("contoso-test").toString(),
        "environmentName",
        "contoso-test",
        "name",
        name,
        "kind",
        "update",
        "count",
        count);
  }

  private static Lab.Answer start(Lab lab, String name) throws Exception {
    return lab.post(
        "/environment/v2/applyupdate/project/1234567/environment/%s/asset/%s?updateName=%s"
            .formatted(
                lab.environment("contoso-test"),
                lab.asset("contoso-release-1.zip"),
                name.replace(" ", "%20")),
        null);
  }

  private static String status(Lab lab, String activity) throws Exception {
    HttpRequest.Builder request =
        lab.lcs(
            "/environment/v2/fetchstatus/project/1234567/environment/%s/operationactivity/%s"
                .formatted(lab.environment("contoso-test"), activity),
            lab.token());
    return lab.send(request).text("OperationStatus");
  }
}
