package dev.lifeline.core.operation;

import java.time.Duration;

/**
 * How long and how often to look.
 *
 * @param interval between two looks, more than zero
 * @param timeout after which the wait ends, though the operation goes on
 */
public record Patience(Duration interval, Duration timeout) {
  /** LCS API: Microsoft's own task looks each 5 minutes; deployments take up to many hours. */
  public static final Patience DEPLOYMENT =
      new Patience(Duration.ofMinutes(5), Duration.ofHours(12));

  /** LCS API: Microsoft's own task looks each minute. */
  public static final Patience VALIDATION =
      new Patience(Duration.ofMinutes(1), Duration.ofHours(1));

  public Patience {
    if (interval.isNegative() || interval.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException(
          "the poll interval is more than zero and the time-out not negative");
    }
  }
}
