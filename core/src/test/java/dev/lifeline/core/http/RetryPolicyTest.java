package dev.lifeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void the_defaults_are_eight_attempts_in_five_minutes() {
    assertThat(RetryPolicy.DEFAULTS)
        .isEqualTo(
            new RetryPolicy(
                8, true, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5)));
  }

  @Property(tries = 200)
  void the_second_attempt_comes_almost_at_once(@ForAll long seed) {
    assertThat(RetryPolicy.DEFAULTS.pauseAfter(1, new Random(seed)).orElseThrow())
        .isBetween(Duration.ofMillis(20), Duration.ofMillis(120));
  }

  @Property(tries = 200)
  void later_pauses_double_within_a_quarter_of_jitter_up_to_the_longest(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int failed) {
    long middle = Math.min(500L << (failed - 2), 30_000);

    long pause = RetryPolicy.DEFAULTS.pauseAfter(failed, new Random(seed)).orElseThrow().toMillis();

    assertThat(pause).isBetween(middle * 3 / 4, middle * 5 / 4);
  }

  @Test
  void without_eagerness_the_pauses_begin_at_the_first() {
    RetryPolicy policy =
        new RetryPolicy(
            4, false, Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofMinutes(5));

    assertThat(policy.pauseAfter(1, new Random(1)).orElseThrow())
        .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(2_500));
    assertThat(policy.pauseAfter(3, new Random(1)).orElseThrow())
        .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
  }

  @Test
  void after_the_last_attempt_there_is_no_other() {
    assertThat(RetryPolicy.DEFAULTS.pauseAfter(8, new Random(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "17, 17",
    "' 0 ', 0",
    "'Mon, 23 Nov 2026 10:01:30 GMT', 90",
    "'Mon, 23 Nov 2026 09:59:00 GMT', -60"
  })
  void a_server_asks_for_a_pause_in_seconds_or_with_a_date(String value, long seconds) {
    assertThat(answer(503, value).retryAfter(NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "-5", "1.5", "99999999999"})
  void what_is_neither_is_not_obeyed(String value) {
    assertThat(answer(503, value).retryAfter(NOW)).isEmpty();
  }

  @Test
  void throttling_that_names_no_time_asks_for_ten_seconds() {
    assertThat(new Answer(429, Map.of(), "").retryAfter(NOW)).contains(Duration.ofSeconds(10));
    assertThat(new Answer(503, Map.of(), "").retryAfter(NOW)).isEqualTo(Optional.empty());
  }

  private static Answer answer(int status, String retryAfter) {
    return new Answer(status, Map.of("retry-after", retryAfter), "");
  }
}
