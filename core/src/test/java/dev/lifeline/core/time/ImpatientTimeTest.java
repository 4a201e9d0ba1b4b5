package dev.lifeline.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImpatientTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  private final ManualTime patient = new ManualTime(NOW);
  private final Time time = new ImpatientTime(patient, Duration.ofSeconds(3));

  @Test
  void a_short_wait_is_waited() {
    time.sleep(Duration.ofSeconds(3));

    assertThat(patient.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void a_long_wait_is_refused_with_the_time_at_which_it_would_be_over() {
    LifelineException refused =
        catchThrowableOfType(
            LifelineException.class, () -> time.sleep(Duration.ofSeconds(3).plusMillis(1)));

    assertThat(refused.code()).isEqualTo(ProblemCode.POSTPONED);
    assertThat(ImpatientTime.possibleAt(refused))
        .contains(NOW.plus(Duration.ofSeconds(3)).plusMillis(1));
    assertThat(patient.elapsed()).isZero();
  }

  @Test
  void no_other_failure_says_when_it_is_possible() {
    LifelineException other = Problem.of(ProblemCode.THROTTLED, "too often").raise();

    assertThat(ImpatientTime.possibleAt(other)).isEmpty();
  }
}
