package dev.lifeline.core.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
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
    lifeline.environmentPower().stop(Lab.PROJECT, environment("contoso-dev"));
    lab.time.advance(Duration.ofHours(1));

    ActivityId activity =
        lifeline.environmentPower().start(Lab.PROJECT, environment("contoso-dev"));

    assertThat(
            lifeline
                .environments()
                .history(Lab.PROJECT, lab.environment("contoso-dev"), 1)
                .get(0)
                .activity())
        .isEqualTo(activity);
  }

  @Test
  void what_is_started_already_may_be_started() {
    lifeline.environmentPower().start(Lab.PROJECT, environment("contoso-dev"));

    assertThat(lab.received("lcs", "/v1/start")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso-test", "contoso-production", "contoso-onprem"})
  void what_is_not_customer_managed_is_refused_before_anything_is_sent(String name) {
    Environment environment = environment(name);

    Problem stop = Problems.of(() -> lifeline.environmentPower().stop(Lab.PROJECT, environment));
    Problem start = Problems.of(() -> lifeline.environmentPower().start(Lab.PROJECT, environment));

    assertThat(stop.code()).isEqualTo(ProblemCode.ENVIRONMENT_UNFIT);
    assertThat(start.code()).isEqualTo(ProblemCode.ENVIRONMENT_UNFIT);
    assertThat(stop.why()).contains("customer-managed");
    assertThat(lab.received("lcs", "/environment/v1/")).isEmpty();
  }

  @Test
  void what_is_stopped_already_is_not_stopped_again() {
    lifeline.environmentPower().stop(Lab.PROJECT, environment("contoso-dev"));
    lab.time.advance(Duration.ofHours(1));
    Environment stopped = environment("contoso-dev");

    Problem problem = Problems.of(() -> lifeline.environmentPower().stop(Lab.PROJECT, stopped));

    assertThat(problem.code()).isEqualTo(ProblemCode.ENVIRONMENT_UNFIT);
    assertThat(problem.why()).contains("'Stopped'");
  }

  private Environment environment(String name) {
    return lifeline.environments().one(Lab.PROJECT, name);
  }
}
