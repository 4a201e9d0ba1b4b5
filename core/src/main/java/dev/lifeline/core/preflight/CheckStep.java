package dev.lifeline.core.preflight;

import dev.lifeline.core.problem.Problem;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the preflight check.
 *
 * @param name what was checked, for people
 * @param status how it went
 * @param duration how long it took
 * @param finding what was found, for people, or null when there is nothing to add
 * @param problem why it failed, only when it did
 */
public record CheckStep(
    String name,
    Status status,
    Duration duration,
    @Nullable String finding,
    @Nullable Problem problem) {
  /** How a step went. */
  public enum Status {
    PASSED,
    FAILED,
    /** Not tried, because an earlier step failed or what it needs is not known. */
    SKIPPED;

    /** The word in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
