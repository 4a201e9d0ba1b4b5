package dev.lifeline.hub.verification;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step of the preflight check as it is kept.
 *
 * @param status {@code passed}, {@code failed} or {@code skipped}
 */
public record StepJson(
    String name,
    String status,
    double seconds,
    @Nullable String finding,
    @Nullable String warning,
    @Nullable ProblemJson problem) {
  private static final double MILLIS = 1000.0;

  /** Why a step failed, and what to do. */
  public record ProblemJson(
      String code,
      String message,
      @Nullable String why,
      List<String> fixes,
      @Nullable String step) {
    static ProblemJson of(Problem problem) {
      return new ProblemJson(
          problem.code().name(),
          problem.message(),
          problem.why(),
          problem.fixes(),
          problem.step() == null ? null : problem.step().title());
    }
  }

  static StepJson of(CheckStep step) {
    return new StepJson(
        step.name(),
        step.status().id(),
        step.duration().toMillis() / MILLIS,
        step.finding(),
        step.warning(),
        step.problem() == null ? null : ProblemJson.of(step.problem()));
  }

  /** A check that could not begin. */
  static StepJson ofProblem(Problem problem) {
    return new StepJson("connection", "failed", 0, null, null, ProblemJson.of(problem));
  }

  /** The steps of a check that has ended. */
  public static List<StepJson> all(Verification.Outcome outcome) {
    Problem problem = outcome.problem();
    return outcome.steps().isEmpty() && problem != null
        ? List.of(ofProblem(problem))
        : outcome.steps().stream().map(StepJson::of).toList();
  }

  /** The steps of a run. */
  public static List<StepJson> read(String json) {
    return Json.read(json, StepJson[].class).map(Arrays::asList).orElse(List.of());
  }

  /** How long it took, for people. */
  public String duration() {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
