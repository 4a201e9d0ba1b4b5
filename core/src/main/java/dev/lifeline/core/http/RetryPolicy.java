package dev.lifeline.core.http;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and how soon a failed request is sent again: after pauses that double and are jittered
 * (Blob transfer: retry guidance).
 *
 * @param attempts how often at most in all, at least 1
 * @param eager whether the second attempt comes almost at once, since a pooled connection may have
 *     died, and the pauses begin after it
 * @param first the first of the pauses that double
 * @param longest the longest pause of our own; what a server asks for may be longer
 * @param budget how long all pauses together may be
 */
public record RetryPolicy(
    int attempts, boolean eager, Duration first, Duration longest, Duration budget) {
  public static final RetryPolicy DEFAULTS =
      new RetryPolicy(
          8, true, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

  /** For the pieces of a file: a network that is away for some minutes does not end a transfer. */
  public static final RetryPolicy TRANSFER =
      new RetryPolicy(
          14, true, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

  /** For what is only tried: whether a host can be reached at all. */
  public static final RetryPolicy IMPATIENT =
      new RetryPolicy(
          3, true, Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(5));

  /**
   * The pause before the next attempt.
   *
   * @param failed how many attempts failed so far, at least 1
   * @param random for the jitter
   * @return empty when there shall be no further attempt
   */
  Optional<Duration> pauseAfter(int failed, RandomGenerator random) {
    if (failed >= attempts) {
      return Optional.empty();
    }
    if (failed == 1 && eager) {
      return Optional.of(Duration.ofMillis(random.nextInt(20, 120)));
    }
    long doubled = first.toMillis() << Math.min(failed - (eager ? 2 : 1), 20);
    long pause = Math.min(doubled, longest.toMillis());
    return Optional.of(Duration.ofMillis(Math.round(pause * random.nextDouble(0.75, 1.25))));
  }
}
