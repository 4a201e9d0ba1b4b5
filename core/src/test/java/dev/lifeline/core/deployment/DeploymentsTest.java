package dev.lifeline.core.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.operation.UnknownState;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.ServicingLab;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentsTest {
  @TempDir private Path folder;
  private ServicingLab desk;
  private Lab lab;
  private final List<Started> begun = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    desk = new ServicingLab(folder);
    lab = desk.lab;
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "HQ, Completed, NotStarted PreparingEnvironment InProgress Completed",
    "HQONPREM, Deployed,"
        + " NotStarted PreparingEnvironment Downloading PreparationSucceeded Deploying Deployed",
    "CSU, Succeeded, NotStarted Queued Running Succeeded",
    "ECOM, Succeeded, NotStarted InProgress Succeeded"
  })
  void each_type_is_followed_through_all_its_states(
      DeploymentType type, String end, String states) {
    Patience patience = Patience.of(Duration.ofMinutes(1), Duration.ofHours(12));

    assertThat(run(desk.order(type, "nightly"), patience).status()).isEqualTo(end);

    assertThat(lab.events.toString())
        .containsSubsequence(
            List.of(states.split(" ", -1)).stream().map(word -> "status=" + word + ",").toList());
    assertThat(begun).noneMatch(Started::joined);
  }

  @Test
  void on_premises_the_deployment_begins_a_minute_after_the_preparation() {
    run(desk.order(DeploymentType.HQONPREM, "nightly"));

    assertThat(begun)
        .extracting(it -> it.operation().target().kind())
        .containsExactly(
            OperationKind.ON_PREMISES_PREPARATION, OperationKind.ON_PREMISES_DEPLOYMENT);
    assertThat(lab.time.elapsed())
        .isEqualTo(Duration.ofMinutes(20).plus(Duration.ofSeconds(60)).plus(Duration.ofHours(1)));
  }

  @Test
  void on_premises_each_run_that_does_not_wait_takes_the_next_step() {
    DeploymentOrder order = desk.order(DeploymentType.HQONPREM, "nightly");

    Started preparation = begin(order);
    Started still = begin(order);
    lab.time.advance(Duration.ofMinutes(21));
    Started deployment = begin(order);
    Started again = begin(order);

    assertThat(still.operation()).isEqualTo(preparation.operation());
    assertThat(deployment.operation().target().kind())
        .isEqualTo(OperationKind.ON_PREMISES_DEPLOYMENT);
    assertThat(deployment.joined()).isFalse();
    assertThat(desk.operations()).hasSize(2);
    assertThat(again).isEqualTo(new Started(deployment.operation(), true));
  }

  @ParameterizedTest
  @CsvSource({"5", "20", "30", "59"})
  void on_premises_the_same_order_goes_on_wherever_it_was_left(int minutes) {
    DeploymentOrder order = desk.order(DeploymentType.HQONPREM, "nightly");
    Patience little = Patience.of(Duration.ofMinutes(5), Duration.ofMinutes(minutes));
    for (int runs = 0; runs < 30 && desk.operations().size() < 2; runs++) {
      Problems.of(
          () -> {
            run(order, little);
            throw Problem.of(ProblemCode.INTERNAL, "it ended").raise();
          });
    }

    assertThat(run(order).status()).isEqualTo("Deployed");
    assertThat(desk.operations()).hasSize(2);
  }

  @Test
  void on_premises_a_lost_answer_to_the_second_step_is_found_in_the_history() {
    desk.loseAnswers("finalizeupdate");

    assertThat(run(desk.order(DeploymentType.HQONPREM, "nightly")).status()).isEqualTo("Deployed");

    assertThat(desk.operations()).hasSize(2);
    assertThat(begun.get(1).joined()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "HQ, will fail, Failed",
    "HQ, rollback, RollbackCompleted",
    "HQ, rollback fails, RollbackFailed",
    "HQ, abort, Aborted",
    "HQONPREM, will fail, PreparationFailed",
    "HQONPREM, rollback, RollbackCompleted"
  })
  void a_deployment_that_ends_badly_is_told(DeploymentType type, String name, String status) {
    Problem problem = Problems.of(() -> run(desk.order(type, name)));

    Operation failed = begun.get(begun.size() - 1).operation();
    assertThat(problem.code()).isEqualTo(ProblemCode.OPERATION_FAILED);
    assertThat(problem.details())
        .containsEntry("operationStatus", status)
        .containsEntry("activityId", failed.activity().value())
        .containsEntry("environmentId", failed.target().environment().value());
    assertThat(problem.fixes().toString())
        .contains("its history ends with: '" + name + "'", status);
  }

  @Test
  void what_is_expected_comes_from_the_environments_own_history() {
    for (String name : List.of("one slow", "two", "three")) {
      run(desk.order(DeploymentType.HQ, name));
    }
    lab.events.clear();

    run(desk.order(DeploymentType.HQ, "four"));

    assertThat(lab.events.toString()).contains("typical=PT1H");
  }

  @Test
  void of_the_first_of_its_kind_nothing_is_expected() {
    run(desk.order(DeploymentType.HQ, "nightly"));

    assertThat(lab.events.toString()).contains("typical=null").doesNotContain("typical=PT");
  }

  @Test
  void an_unknown_word_goes_on_until_the_time_is_over() {
    Patience patience = Patience.of(Duration.ofMinutes(5), Duration.ofHours(3));

    Problem problem = Problems.of(() -> run(desk.order(DeploymentType.HQ, "unknown"), patience));

    assertThat(problem.code()).isEqualTo(ProblemCode.WAIT_TIMED_OUT);
    assertThat(problem.why()).contains("Recalibrating");
  }

  @Test
  void an_unknown_word_is_a_failure_where_that_was_asked_for() {
    Patience patience = Patience.of(OperationKind.HQ).with(UnknownState.FAIL);

    Problem problem = Problems.of(() -> run(desk.order(DeploymentType.HQ, "unknown"), patience));

    assertThat(problem.code()).isEqualTo(ProblemCode.OPERATION_FAILED);
    assertThat(problem.message()).contains("'Recalibrating'");
  }

  @Test
  void an_unknown_word_that_passes_ends_well() {
    assertThat(run(desk.order(DeploymentType.HQ, "strange")).status()).isEqualTo("Completed");
  }

  @Test
  void a_wait_ends_at_its_time_and_the_operation_goes_on() {
    Patience patience = Patience.of(Duration.ofMinutes(7), Duration.ofMinutes(30));
    DeploymentOrder order = desk.order(DeploymentType.HQ, "nightly");

    Problem problem = Problems.of(() -> run(order, patience));

    assertThat(problem.code()).isEqualTo(ProblemCode.WAIT_TIMED_OUT);
    assertThat(lab.time.elapsed()).isEqualTo(Duration.ofMinutes(30));
    assertThat(run(order).status()).isEqualTo("Completed");
    assertThat(desk.operations()).hasSize(1);
  }

  @Test
  void the_token_is_renewed_while_waiting_for_ten_hours() {
    lab.emulator.world().changeTimeScale(0.1); // an hour of servicing takes ten
    Patience patience = Patience.of(Duration.ofMinutes(30), Duration.ofHours(12));

    OperationState end = run(desk.order(DeploymentType.HQ, "nightly"), patience);

    assertThat(end.status()).isEqualTo("Completed");
    assertThat(lab.time.elapsed()).isGreaterThan(Duration.ofHours(9));
    assertThat(lab.received("entra", "token")).hasSizeGreaterThan(5);
  }

  @Test
  void passing_faults_do_not_end_the_following() {
    lab.answer(status(new FaultAction.Answer(429, Map.of("Retry-After", "30"), "")));
    lab.answer(status(new FaultAction.Answer(503, Map.of(), "")));
    lab.answer(status(new FaultAction.LoseAnswer()));
    lab.answer(status(new FaultAction.Truncate(5)).after(2));
    lab.answer(status(FaultAction.Answer.html(200)).after(3));
    lab.answer(status(new FaultAction.Answer(500, Map.of(), "")).after(4).times(20));

    assertThat(run(desk.order(DeploymentType.HQ, "nightly")).status()).isEqualTo("Completed");
  }

  @Test
  void throttling_before_the_start_is_waited_for() {
    lab.answerOnce("lcs", "applyupdate", 429, "");

    begin(desk.order(DeploymentType.HQ, "nightly"));

    assertThat(desk.operations()).hasSize(1);
    assertThat(lab.time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({
    "HQ, contoso-production, , contoso-release-1.zip, PRODUCTION_ENVIRONMENT",
    "HQ, contoso-build, , contoso-release-1.zip, BUILD_ENVIRONMENT",
    "HQ, contoso-onprem, , contoso-release-1.zip, DEPLOYMENT_TYPE_UNFIT",
    "HQONPREM, contoso-test, , contoso-release-1.zip, DEPLOYMENT_TYPE_UNFIT",
    "CSU, contoso-onprem, unit, contoso-store-extension.zip, ON_PREMISES_ENVIRONMENT",
    "ECOM, contoso-onprem, shop, contoso-online-store.zip, ON_PREMISES_ENVIRONMENT",
    "HQ, contoso-test, , contoso-master-data.zip, ASSET_TYPE_UNFIT",
    "CSU, contoso-commerce, contoso-csu, contoso-release-1.zip, ASSET_TYPE_UNFIT",
    "HQ, contoso-test, , contoso-invalid.zip, VALIDATION_FAILED"
  })
  void what_lcs_would_refuse_is_refused_before_anything_is_started(
      DeploymentType type, String environment, String part, String asset, ProblemCode code) {
    DeploymentOrder order =
        new DeploymentOrder(desk.of(type, environment, part), lab.asset(asset), "nightly");

    assertThat(Problems.of(() -> begin(order)).code()).isEqualTo(code);
    assertThat(preview(order).obstacles()).extracting(Problem::code).contains(code);
    assertThat(lab.received("lcs", "applyupdate")).isEmpty();
  }

  @Test
  void an_asset_that_is_not_validated_yet_is_refused() {
    lab.answerAlways(
        "lcs", "ValidationStatus", 200, "{\"Id\":\"%s\",\"DisplayStatus\":\"Process\"}");

    assertThat(Problems.of(() -> begin(desk.order(DeploymentType.HQ, "nightly"))).code())
        .isEqualTo(ProblemCode.ASSET_NOT_VALIDATED);
  }

  @Test
  void a_preview_names_every_obstacle_and_what_would_be_joined() {
    begin(desk.order(DeploymentType.HQ, "nightly"));
    AssetId data = lab.asset("contoso-master-data.zip");
    DeploymentTarget test = desk.of(DeploymentType.HQ, "contoso-test", null);

    DeploymentPreview other = preview(new DeploymentOrder(test, data, "other"));
    DeploymentPreview same = preview(desk.order(DeploymentType.HQ, "nightly"));

    assertThat(other.obstacles())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.ASSET_TYPE_UNFIT, ProblemCode.ENVIRONMENT_BUSY);
    assertThat(same.obstacles()).isEmpty();
    assertThat(same.joins()).isNotNull();
  }

  @Test
  void an_environment_that_does_not_exist_is_told() {
    DeploymentTarget nowhere =
        new DeploymentTarget(
            DeploymentType.HQ, new EnvironmentId("00000000000000000000000000000001"), null);

    assertThat(
            Problems.of(
                    () ->
                        begin(
                            new DeploymentOrder(
                                nowhere, lab.asset("contoso-release-1.zip"), "nightly")))
                .code())
        .isEqualTo(ProblemCode.ENVIRONMENT_NOT_FOUND);
  }

  @Test
  void an_update_needs_its_name_where_the_type_has_one() {
    AssetId asset = lab.asset("contoso-release-1.zip");
    DeploymentTarget test = desk.of(DeploymentType.HQ, "contoso-test", null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeploymentOrder(test, asset, " "))
        .withMessageContaining("needs an update name");
  }

  @Test
  void a_reader_may_not_deploy() {
    Lifeline reader = lab.lifeline("reader", lab.password());

    Problem problem =
        Problems.of(
            () ->
                reader.deployments().start(Lab.PROJECT, desk.order(DeploymentType.HQ, "nightly")));

    assertThat(problem.code()).isEqualTo(ProblemCode.LCS_REFUSED);
    assertThat(problem.message()).contains("role");
  }

  private static Fault status(FaultAction action) {
    return Fault.once("lcs", "GET", "fetchstatus", action);
  }

  private DeploymentPreview preview(DeploymentOrder order) {
    return desk.run().deployments().preview(Lab.PROJECT, order);
  }

  private Started begin(DeploymentOrder order) {
    return desk.run().deployments().start(Lab.PROJECT, order);
  }

  private OperationState run(DeploymentOrder order) {
    return run(order, Patience.of(OperationKind.firstOf(order.target().type())));
  }

  private OperationState run(DeploymentOrder order, Patience patience) {
    return desk.run().deployments().run(Lab.PROJECT, order, patience, begun::add);
  }
}
