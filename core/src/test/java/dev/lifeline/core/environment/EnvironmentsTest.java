package dev.lifeline.core.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentsTest {
  private final Lab lab;
  private final Lifeline lifeline;

  EnvironmentsTest() throws Exception {
    lab = new Lab();
    lifeline = lab.lifeline();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void all_pages_are_listed() {
    assertThat(lifeline.environments().all(Lab.PROJECT)).hasSize(7);
  }

  @Test
  void a_history_ends_where_enough_is_known() {
    assertThat(lifeline.environments().history(Lab.PROJECT, lab.environment("contoso-uat"), 4))
        .extracting(HistoryEntry::name)
        .containsExactly("Release 41", "Release 40", "Dual-write", "Release 39");
    assertThat(lab.received("lcs", "history")).hasSize(2);
  }

  @Test
  void a_customer_managed_environment_is_stopped_and_started() {
    lifeline.environmentPower().stop(Lab.PROJECT, environment("contoso-dev"), false);
    lab.time.advance(Duration.ofHours(1));

    Started started =
        lifeline.environmentPower().start(Lab.PROJECT, environment("contoso-dev"), false);

    assertThat(
            lifeline
                .environments()
                .history(Lab.PROJECT, lab.environment("contoso-dev"), 1)
                .get(0)
                .activity())
        .isEqualTo(started.operation().activity());
  }

  @Test
  void a_stop_and_a_start_are_followed_to_their_end() {
    Patience patience = Patience.of(OperationKind.STOP);
    Started stop = lifeline.environmentPower().stop(Lab.PROJECT, environment("contoso-dev"), true);
    assertThat(lifeline.servicing().follow(stop.operation(), patience).status())
        .isEqualTo("Completed");

    Started start =
        lifeline.environmentPower().start(Lab.PROJECT, environment("contoso-dev"), true);

    assertThat(lifeline.servicing().follow(start.operation(), patience).status())
        .isEqualTo("Completed");
    assertThat(environment("contoso-dev").state().canStop()).isTrue();
  }

  @Test
  void a_stop_whose_answer_was_lost_is_found_in_the_history() {
    lab.answer(Fault.once("lcs", "POST", "/v1/stop", new FaultAction.LoseAnswer()));

    Started stop = lifeline.environmentPower().stop(Lab.PROJECT, environment("contoso-dev"), false);

    assertThat(stop.joined()).isTrue();
    assertThat(lab.emulator.world().lifecycle().operations()).hasSize(1);
  }

  @Test
  void what_is_started_already_may_be_started() {
    Started start =
        lifeline.environmentPower().start(Lab.PROJECT, environment("contoso-dev"), true);

    assertThat(
            lifeline
                .servicing()
                .follow(start.operation(), Patience.of(OperationKind.START))
                .status())
        .isEqualTo("Deployed");

    assertThat(lab.received("lcs", "/v1/start")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso-test", "contoso-production", "contoso-onprem"})
  void what_is_not_customer_managed_is_refused_before_anything_is_sent(String name) {
    Environment environment = environment(name);

    Problem stop =
        Problems.of(() -> lifeline.environmentPower().stop(Lab.PROJECT, environment, false));
    Problem start =
        Problems.of(() -> lifeline.environmentPower().start(Lab.PROJECT, environment, false));

    assertThat(stop.code()).isEqualTo(ProblemCode.ENVIRONMENT_UNFIT);
    assertThat(start.code()).isEqualTo(ProblemCode.ENVIRONMENT_UNFIT);
    assertThat(stop.why()).contains("customer-managed");
    assertThat(lab.received("lcs", "/environment/v1/")).isEmpty();
  }

  @Test
  void what_is_stopped_already_is_not_stopped_again() {
    lifeline.environmentPower().stop(Lab.PROJECT, environment("contoso-dev"), false);
    lab.time.advance(Duration.ofHours(1));
    Environment stopped = environment("contoso-dev");

    Problem problem =
        Problems.of(() -> lifeline.environmentPower().stop(Lab.PROJECT, stopped, false));

    assertThat(problem.code()).isEqualTo(ProblemCode.ENVIRONMENT_UNFIT);
    assertThat(problem.why()).contains("'Stopped'");
  }

  private Environment environment(String name) {
    return lifeline.environments().one(Lab.PROJECT, name);
  }
}
