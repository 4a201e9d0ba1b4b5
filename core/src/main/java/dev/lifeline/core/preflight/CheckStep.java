package dev.lifeline.core.preflight;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the preflight check.
 *
 * @param what what was checked
 * @param name the same for people; of a project with its id
 * @param status how it went
 * @param duration how long it took
 * @param finding what was found, for people, or null when there is nothing to add
 * @param warning what will go wrong some day, and what to do; or null
 * @param problem why it failed, only when it did
 */
public record CheckStep(
    Prerequisite what,
    String name,
    Status status,
    Duration duration,
    @Nullable String finding,
    @Nullable String warning,
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

  /**
   * A step that passed without asking anybody.
   *
   * @param warning or null
   */
  public static CheckStep known(Prerequisite what, String finding, @Nullable String warning) {
    return new CheckStep(what, what.title(), Status.PASSED, Duration.ZERO, finding, warning, null);
  }

  /**
   * What to tell first of a check that failed: where the project lives, if that was looked for,
   * else what failed first. Empty when nothing did.
   */
  public static Optional<Problem> verdict(List<CheckStep> steps) {
    Optional<Problem> elsewhere =
        failures(steps)
            .filter(step -> step.what() == Prerequisite.GEOGRAPHY)
            .flatMap(step -> Optional.ofNullable(step.problem()).stream())
            .filter(problem -> problem.code() == ProblemCode.PROJECT_NOT_VISIBLE)
            .findFirst();
    return elsewhere.or(
        () ->
            failures(steps)
                .flatMap(step -> Optional.ofNullable(step.problem()).stream())
                .findFirst());
  }

  private static Stream<CheckStep> failures(List<CheckStep> steps) {
    return steps.stream().filter(step -> step.status() == Status.FAILED);
  }
}
