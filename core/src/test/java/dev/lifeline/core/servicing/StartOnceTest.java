package dev.lifeline.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartOnceTest {
  @TempDir private Path folder;
  private ServicingLab lab;

  @BeforeEach
  void start() throws Exception {
    lab = new ServicingLab(folder);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void the_defaults_are_pinned() {
    assertThat(Settling.DEFAULTS)
        .isEqualTo(
            new Settling(
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofHours(12),
                Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @EnumSource(DeploymentType.class)
  void a_start_whose_answer_was_lost_is_found_in_the_history_and_followed(DeploymentType type) {
    lab.loseAnswers("applyupdate");

    Started started = start(type);

    assertThat(started.joined()).isTrue();
    assertThat(lab.operations()).hasSize(1);
    assertThat(started.operation().activity().value())
        .isEqualTo(digits(lab.operations().get(0).activityId().toString()));
    assertThat(follow(started)).isInstanceOf(OperationState.Succeeded.class);
  }

  @ParameterizedTest
  @EnumSource(DeploymentType.class)
  void the_same_order_again_joins_the_operation_that_goes_on(DeploymentType type) {
    Started first = start(type);

    Started second = start(type);

    assertThat(first.joined()).isFalse();
    assertThat(second.joined()).isTrue();
    assertThat(second.operation()).isEqualTo(first.operation());
    assertThat(lab.operations()).hasSize(1);
    assertThat(notes()).contains("it is followed, and nothing is started");
  }

  @Test
  void the_same_order_again_after_the_end_that_was_told_starts_anew() {
    Started first = start(DeploymentType.HQ);
    follow(first);

    Started second = start(DeploymentType.HQ);

    assertThat(second.joined()).isFalse();
    assertThat(lab.operations()).hasSize(2);
  }

  @Test
  void a_start_that_was_all_that_was_asked_for_is_told() {
    start(DeploymentType.HQ);
    lab.lab.time.advance(Duration.ofHours(2));

    assertThat(start(DeploymentType.HQ).joined()).isFalse();
    assertThat(lab.operations()).hasSize(2);
  }

  @Test
  void an_end_that_nobody_was_told_is_told_in_place_of_a_new_start() {
    Problem problem = Problems.of(() -> deploy(Duration.ofMinutes(20)));
    lab.lab.time.advance(Duration.ofHours(2));

    OperationState end = deploy(Duration.ofHours(12));

    assertThat(problem.code()).isEqualTo(ProblemCode.WAIT_TIMED_OUT);
    assertThat(end.status()).isEqualTo("Completed");
    assertThat(lab.operations()).hasSize(1);
    assertThat(notes()).contains("it ended meanwhile as 'Completed'");
  }

  @Test
  void an_end_is_told_once() {
    Problems.of(() -> deploy(Duration.ofMinutes(20)));
    deploy(Duration.ofHours(12));

    deploy(Duration.ofHours(12));

    assertThat(lab.operations()).hasSize(2);
  }

  @Test
  void an_end_of_twelve_hours_ago_is_news_no_more() {
    Problems.of(() -> deploy(Duration.ofMinutes(20)));
    lab.lab.time.advance(Duration.ofHours(12));

    deploy(Duration.ofHours(12));

    assertThat(lab.operations()).hasSize(2);
  }

  @Test
  void whoever_watches_the_end_has_told_it() {
    Problems.of(() -> deploy(Duration.ofMinutes(20)));
    Operation operation =
        new Operation(
            ServicingTarget.of(Lab.PROJECT, order().target()),
            new ActivityId(lab.operations().get(0).activityId().toString()),
            null);
    lab.run().servicing().follow(operation, Patience.of(OperationKind.HQ));

    assertThat(start(DeploymentType.HQ).joined()).isFalse();
    assertThat(lab.operations()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void a_fault_in_answer_to_a_start_is_settled_by_the_history(int status) {
    lab.lab.answerAlways("lcs", "applyupdate", status, "");

    Problem problem = Problems.of(() -> start(DeploymentType.HQ));

    assertThat(problem.code()).isEqualTo(ProblemCode.START_UNCERTAIN);
    assertThat(problem.fixes().toString())
        .contains("lifeline operation watch ACTIVITY_ID", "run the same command again");
    assertThat(lab.lab.received("lcs", "applyupdate")).hasSize(1);
    assertThat(lab.lab.time.elapsed()).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @EnumSource(DeploymentType.class)
  void a_start_that_never_arrived_is_made_by_the_next_run_once_that_is_certain(
      DeploymentType type) {
    lab.cutOff("applyupdate");
    assertThat(Problems.of(() -> start(type)).code()).isEqualTo(ProblemCode.START_UNCERTAIN);

    Started second = start(type);

    assertThat(second.joined()).isFalse();
    assertThat(lab.operations()).hasSize(1);
    assertThat(lab.lab.time.elapsed()).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    assertThat(notes()).contains("never happened: LCS has nothing of it");
  }

  @Test
  void a_start_that_shows_late_is_followed_by_the_next_run() {
    lab.loseAnswers("applyupdate");
    hideHistory(100);
    assertThat(Problems.of(() -> start(DeploymentType.HQ)).code())
        .isEqualTo(ProblemCode.START_UNCERTAIN);
    lab.lab.emulator.faults().clear();

    Started second = start(DeploymentType.HQ);

    assertThat(second.joined()).isTrue();
    assertThat(lab.operations()).hasSize(1);
  }

  @Test
  void while_the_history_cannot_be_read_nothing_is_decided() {
    lab.loseAnswers("applyupdate");
    lab.lab.answer(
        Fault.once("lcs", "GET", "/history/", new FaultAction.Answer(503, Map.of(), ""))
            .after(1)
            .times(1000));
    assertThat(Problems.of(() -> start(DeploymentType.HQ)).code())
        .isEqualTo(ProblemCode.START_UNCERTAIN);

    assertThat(Problems.of(() -> start(DeploymentType.HQ)).code())
        .isEqualTo(ProblemCode.START_UNCERTAIN);
    assertThat(lab.lab.received("lcs", "applyupdate")).hasSize(1);
  }

  @Test
  void a_refusal_forgets_the_start() {
    lab.lab.answerOnce(
        "lcs", "applyupdate", 200, "{\"IsSuccess\":false,\"ErrorMessage\":\"not today\"}");
    assertThat(Problems.of(() -> start(DeploymentType.HQ)).message()).contains("not today");

    assertThat(start(DeploymentType.HQ).joined()).isFalse();
    assertThat(lab.lab.time.elapsed()).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void a_refusal_of_what_was_carried_out_nevertheless_is_no_failure() {
    assertThat(deliveredTwice().joined()).isTrue();
    assertThat(lab.operations()).hasSize(1);
  }

  @Test
  void a_refusal_is_not_believed_while_the_history_cannot_be_read() {
    lab.lab.answer(Fault.once("lcs", "GET", "/history/", FaultAction.Answer.html(200)).after(1));

    assertThat(deliveredTwice().joined()).isTrue();
    assertThat(lab.operations()).hasSize(1);
  }

  private Started deliveredTwice() {
    lab.loseAnswers("applyupdate");
    DeploymentOrder order = order();
    return lab.run()
        .servicing()
        .start(
            once(order),
            () -> {
              try {
                return send(order);
              } catch (LifelineException lost) {
                return send(order); // as a network does that delivers a request twice
              }
            });
  }

  @Test
  void another_operation_is_named_and_nothing_is_sent() {
    start(DeploymentType.HQ);
    DeploymentOrder other = lab.order(DeploymentType.HQ, "another");

    Problem problem = Problems.of(() -> lab.run().deployments().start(Lab.PROJECT, other));

    assertThat(problem.code()).isEqualTo(ProblemCode.ENVIRONMENT_BUSY);
    assertThat(problem.message())
        .contains("is being serviced already: 'nightly' (Application deployable package)")
        .contains("NotStarted since");
    assertThat(lab.lab.received("lcs", "applyupdate")).hasSize(1);
  }

  @Test
  void an_update_of_the_same_name_that_another_machine_started_is_followed() {
    start(DeploymentType.HQ);

    Started elsewhere =
        lab.lab
            .lifeline() // without a home
            .deployments()
            .start(Lab.PROJECT, order());

    assertThat(elsewhere.joined()).isTrue();
    assertThat(lab.operations()).hasSize(1);
  }

  @Test
  void without_a_home_the_history_serves_alone() {
    lab.loseAnswers("applyupdate");

    Started started = lab.lab.lifeline().deployments().start(Lab.PROJECT, order());

    assertThat(started.joined()).isTrue();
    assertThat(lab.operations()).hasSize(1);
  }

  @Test
  void in_a_home_that_cannot_be_written_the_history_serves_alone() {
    File operations = folder.resolve("home").resolve("operations").toFile();
    assertThat(operations.mkdirs()).isTrue();
    assertThat(operations.delete()).isTrue();
    writeInPlaceOf(operations.toPath());
    lab.loseAnswers("applyupdate");

    assertThat(start(DeploymentType.HQ).joined()).isTrue();
    assertThat(lab.operations()).hasSize(1);
  }

  private static void writeInPlaceOf(Path path) {
    try {
      Files.writeString(path, "no folder");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the second look on, the history shows an empty page. */
  private void hideHistory(int times) {
    lab.lab.answer(
        Fault.once(
                "lcs",
                "GET",
                "/history/",
                new FaultAction.Answer(
                    200, Map.of(), "{\"IsSuccess\":true,\"ResultHasMorePages\":false,\"Data\":[]}"))
            .after(1)
            .times(times));
  }

  private StartOrder once(DeploymentOrder order) {
    return new StartOrder(
        ServicingTarget.of(Lab.PROJECT, order.target()),
        "the update",
        List.of("x"),
        order.updateName(),
        false);
  }

  private StartedDeployment send(DeploymentOrder order) {
    return lab.lab
        .lcs()
        .startDeployment(Lab.PROJECT, order.target(), order.asset(), order.updateName());
  }

  private DeploymentOrder order() {
    return lab.order(DeploymentType.HQ, "nightly");
  }

  private Started start(DeploymentType type) {
    return lab.run().deployments().start(Lab.PROJECT, lab.order(type, "nightly"));
  }

  private OperationState deploy(Duration timeout) {
    return lab.run()
        .deployments()
        .run(Lab.PROJECT, order(), Patience.of(Duration.ofMinutes(5), timeout), started -> {});
  }

  private OperationState follow(Started started) {
    Operation operation = started.operation();
    return lab.run().servicing().follow(operation, Patience.of(operation.target().kind()));
  }

  private String notes() {
    return lab.lab.events.toString();
  }

  private static String digits(String id) {
    return id.replace("-", "");
  }
}
