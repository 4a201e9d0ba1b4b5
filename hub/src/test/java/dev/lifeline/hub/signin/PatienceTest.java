package dev.lifeline.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.store.SignInFailures.Count;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PatienceTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  @Property
  void a_wait_never_shrinks_with_more_failures_and_never_locks(
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE - 1) int failures) {
    Duration delay = Patience.WITH_ACCOUNT.delay(failures);

    assertThat(delay).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    assertThat(Patience.WITH_ACCOUNT.delay(failures + 1)).isGreaterThanOrEqualTo(delay);
  }

  @Property
  void a_wait_is_over_when_it_has_passed(
      @ForAll @IntRange(min = 0, max = 100) int failures,
      @ForAll @IntRange(min = 0, max = 2_000) int seconds) {
    Count count = new Count(failures, NOW);
    Duration delay = Patience.WITH_ADDRESS.delay(failures);

    Duration wait = Patience.WITH_ADDRESS.wait(count, NOW.plusSeconds(seconds));

    assertThat(wait.isZero()).isEqualTo(seconds >= delay.toSeconds());
    assertThat(wait).isLessThanOrEqualTo(delay);
  }

  @Example
  void what_costs_nothing_may_be_tried_when_a_database_rounded_its_time_up() {
    Count count = new Count(0, NOW.plusNanos(1000));

    assertThat(Patience.WITH_ACCOUNT.wait(count, NOW)).isZero();
  }

  @Property
  void an_hour_has_no_more_tries_than_asvs_allows(
      @ForAll @IntRange(min = 0, max = 50) int failures) {
    int tries = 0;
    Instant then = NOW;
    int known = failures;
    while (then.isBefore(NOW.plus(Duration.ofHours(1)))) {
      tries++;
      known++;
      then = then.plus(Patience.WITH_ACCOUNT.delay(known));
    }

    assertThat(tries).isLessThanOrEqualTo(100);
  }
}
