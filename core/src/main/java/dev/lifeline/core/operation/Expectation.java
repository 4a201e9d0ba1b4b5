package dev.lifeline.core.operation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of an operation.
 *
 * @param since when it began, by LCS's clock; null when that is not known
 * @param typical how long its like usually takes here; null when that is not known
 */
public record Expectation(@Nullable Instant since, @Nullable Duration typical) {
  /** Nothing is known. */
  public static final Expectation NONE = new Expectation(null, null);
}
