package dev.lifeline.core.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentsTest {
  private Lab lab;
  private Lifeline lifeline;
  private Deployments deployments;
  private EnvironmentId test;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    lifeline = lab.lifeline();
    deployments = lifeline.deployments();
    test = lab.environment("contoso-test");
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  @Test
  void a_deployment_is_followed_through_all_its_states_to_its_end() {
    ActivityId activity = begin("nightly");

    OperationState end = follow(activity);

    assertThat(end).isEqualTo(new OperationState.Succeeded("Completed"));
    assertThat(lab.events.toString())
        .containsSubsequence(
            "status=NotStarted",
            "status=PreparingEnvironment",
            "status=InProgress",
            "status=Completed");
  }

  @Test
  void preparing_the_environment_still_counts_as_running() {
    ActivityId activity = begin("nightly");
    lab.time.advance(Duration.ofMinutes(5));

    assertThat(deployments.state(Lab.PROJECT, test, activity))
        .isEqualTo(new OperationState.Running("PreparingEnvironment"));
  }

  @ParameterizedTest
  @CsvSource({"will fail, Failed", "rollback, RollbackCompleted"})
  void a_deployment_that_ends_badly_is_told(String name, String status) {
    ActivityId activity = begin(name);

    Problem problem = Problems.of(() -> follow(activity));

    assertThat(problem.code()).isEqualTo(ProblemCode.OPERATION_FAILED);
    assertThat(problem.details())
        .containsEntry("operationStatus", status)
        .containsEntry("activityId", activity.value())
        .containsEntry("environmentId", test.value());
  }

  @Test
  void an_unknown_word_that_persists_is_a_failure_at_the_third_look() {
    ActivityId activity = begin("nightly");
    lab.answerAlways(
        "lcs", "fetchstatus", 200, "{\"IsSuccess\":true,\"OperationStatus\":\"Dreaming\"}");

    Problem problem = Problems.of(() -> follow(activity));

    assertThat(problem.code()).isEqualTo(ProblemCode.OPERATION_FAILED);
    assertThat(problem.message()).contains("'Dreaming'");
    assertThat(lab.received("lcs", "fetchstatus")).hasSize(3);
  }

  @Test
  void a_wait_ends_at_its_time_and_the_operation_goes_on() {
    ActivityId activity = begin("nightly");
    Duration before = lab.time.elapsed();
    Patience patience = new Patience(Duration.ofMinutes(7), Duration.ofMinutes(30));

    Problem problem = Problems.of(() -> deployments.follow(Lab.PROJECT, test, activity, patience));

    assertThat(problem.code()).isEqualTo(ProblemCode.WAIT_TIMED_OUT);
    assertThat(lab.time.elapsed().minus(before)).isEqualTo(Duration.ofMinutes(30));
    assertThat(follow(activity).status()).isEqualTo("Completed");
  }

  @Test
  void the_token_is_renewed_while_waiting_for_ten_hours() {
    ActivityId activity = begin("nightly");
    lab.emulator.world().changeTimeScale(0.1); // an hour of servicing takes ten

    OperationState end =
        deployments.follow(
            Lab.PROJECT,
            test,
            activity,
            new Patience(Duration.ofMinutes(30), Duration.ofHours(12)));

    assertThat(end.status()).isEqualTo("Completed");
    assertThat(lab.time.elapsed()).isGreaterThan(Duration.ofHours(9));
    assertThat(lab.received("entra", "token")).hasSizeGreaterThan(5);
  }

  @Test
  void passing_faults_do_not_end_the_following() {
    ActivityId activity = begin("nightly");
    lab.answer(status(new FaultAction.Answer(429, Map.of("Retry-After", "30"), "")));
    lab.answer(status(new FaultAction.Answer(503, Map.of(), "")));
    lab.answer(status(new FaultAction.LoseAnswer()));
    lab.answer(status(new FaultAction.Truncate(5)).after(2));
    lab.answer(status(new FaultAction.Answer(500, Map.of(), "")).after(3).times(20));

    assertThat(follow(activity).status()).isEqualTo("Completed");
  }

  @Test
  void a_lost_answer_to_applyupdate_starts_no_second_deployment() {
    lab.answer(Fault.once("lcs", "POST", "applyupdate", new FaultAction.LoseAnswer()));

    Problem problem = Problems.of(() -> begin("nightly"));

    assertThat(problem.code()).isEqualTo(ProblemCode.START_UNCERTAIN);
    assertThat(problem.fixes()).first().asString().contains("operation watch");
    assertThat(operations()).hasSize(1);
    assertThat(lab.received("lcs", "applyupdate")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void a_fault_in_answer_to_applyupdate_is_uncertain_too(int status) {
    lab.answerAlways("lcs", "applyupdate", status, "");

    assertThat(Problems.of(() -> begin("nightly")).code()).isEqualTo(ProblemCode.START_UNCERTAIN);
    assertThat(lab.received("lcs", "applyupdate")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>sign in</html>", "{}", "{\"IsSuccess\":true}", ""})
  void an_unreadable_answer_to_applyupdate_is_uncertain_too(String body) {
    lab.answerAlways("lcs", "applyupdate", 200, body);

    assertThat(Problems.of(() -> begin("nightly")).code()).isEqualTo(ProblemCode.START_UNCERTAIN);
  }

  @Test
  void throttling_before_the_start_is_waited_for() {
    lab.answerOnce("lcs", "applyupdate", 429, "");

    begin("nightly");

    assertThat(operations()).hasSize(1);
    assertThat(lab.time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso-production", "contoso-build"})
  void what_lcs_does_not_service_is_refused_in_its_words(String name) {
    EnvironmentId environment = lab.environment(name);

    Problem problem =
        Problems.of(
            () ->
                deployments.start(
                    Lab.PROJECT,
                    new Deployments.Order(
                        environment, lab.asset("contoso-release-1.zip"), "nightly")));

    assertThat(problem.code()).isEqualTo(ProblemCode.LCS_REFUSED);
    assertThat(problem.message()).contains("environment through the API");
    assertThat(operations()).isEmpty();
  }

  @Test
  void a_second_deployment_to_a_busy_environment_is_refused() {
    begin("first");

    assertThat(Problems.of(() -> begin("second")).message()).contains("already being serviced");
  }

  @Test
  void a_reader_may_not_deploy() {
    Lifeline reader = lab.lifeline("reader", lab.password());

    Problem problem = Problems.of(() -> reader.deployments().start(Lab.PROJECT, order("nightly")));

    assertThat(problem.code()).isEqualTo(ProblemCode.LCS_REFUSED);
    assertThat(problem.message()).contains("role");
  }

  private static Fault status(FaultAction action) {
    return Fault.once("lcs", "GET", "fetchstatus", action);
  }

  private List<Operation> operations() {
    return lab.emulator.world().lifecycle().operations();
  }

  private Deployments.Order order(String name) {
    return new Deployments.Order(test, lab.asset("contoso-release-1.zip"), name);
  }

  private ActivityId begin(String name) {
    return deployments.start(Lab.PROJECT, order(name));
  }

  private OperationState follow(ActivityId activity) {
    return deployments.follow(Lab.PROJECT, test, activity, Patience.DEPLOYMENT);
  }
}
