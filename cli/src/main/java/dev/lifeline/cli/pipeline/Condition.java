package dev.lifeline.cli.pipeline;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Locale;

/** When a stage, a job or a step runs: the conditions that need no expression language. */
enum Condition {
  SUCCEEDED {
    @Override
    boolean holds(boolean failed) {
      return !failed;
    }
  },
  FAILED {
    @Override
    boolean holds(boolean failed) {
      return failed;
    }
  },
  ALWAYS {
    @Override
    boolean holds(boolean failed) {
      return true;
    }
  },
  NEVER {
    @Override
    boolean holds(boolean failed) {
      return false;
    }
  };

  /** Whether it holds after what has happened so far. */
  abstract boolean holds(boolean failed);

  /**
   * The condition of that text; an empty one is the default.
   *
   * @throws dev.lifeline.core.problem.LifelineException PIPELINE_UNFIT
   */
  static Condition of(String text) {
    return switch (text.replaceAll("\\s", "").toLowerCase(Locale.ROOT)) {
      case "", "succeeded()" -> SUCCEEDED;
      case "failed()" -> FAILED;
      case "always()", "succeededorfailed()", "true" -> ALWAYS;
      case "false" -> NEVER;
      default ->
          throw Problem.of(
                  ProblemCode.PIPELINE_UNFIT,
                  "a run on this machine does not understand the condition '" + text + "'")
              .why("It knows succeeded(), failed(), succeededOrFailed(), always(), true and false.")
              .fix("use one of these, or run the step with: lifeline task NAME INPUT=VALUE")
              .raise();
    };
  }
}
