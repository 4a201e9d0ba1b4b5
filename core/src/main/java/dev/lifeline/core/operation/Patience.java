package dev.lifeline.core.operation;

import java.time.Duration;

/**
 * How long and how often to look, and what to make of what is seen.
 *
 * @param interval between two looks, more than zero
 * @param timeout after which the wait ends, though the operation goes on
 * @param outage how long LCS may be out of reach without a break before the wait ends
 * @param onUnknownState what a word means that no table knows
 */
public record Patience(
    Duration interval, Duration timeout, Duration outage, UnknownState onUnknownState) {
  /** LCS API: deployments take up to many hours. */
  public static final Duration TIMEOUT = Duration.ofHours(12);

  /** Minutes of outage are usual while LCS itself is updated. */
  public static final Duration OUTAGE = Duration.ofMinutes(15);

  /** LCS API: Microsoft's own task looks each minute. */
  public static final Patience VALIDATION = validation(Duration.ofMinutes(1), Duration.ofHours(1));

  public Patience {
    if (interval.isNegative() || interval.isZero() || timeout.isNegative() || outage.isNegative()) {
      throw new IllegalArgumentException(
          "the poll interval is more than zero, time-out and outage are not negative");
    }
  }

  /** The default for a kind of operation. */
  public static Patience of(OperationKind kind) {
    return of(kind.interval(), TIMEOUT);
  }

  /** With the default for the rest. */
  public static Patience of(Duration interval, Duration timeout) {
    return new Patience(interval, timeout, OUTAGE, UnknownState.WAIT);
  }

  /** For a validation, whose unknown words are failures when they stay. */
  public static Patience validation(Duration interval, Duration timeout) {
    return new Patience(interval, timeout, OUTAGE, UnknownState.FAIL);
  }

  /** The same with another meaning of unknown words. */
  public Patience with(UnknownState other) {
    return new Patience(interval, timeout, outage, other);
  }
}
