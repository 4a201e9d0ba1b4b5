package dev.lifeline.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * The one exception for people. It is made where the cause is understood, passes untouched through
 * everything between, and is shown in one place a front end.
 */
public final class LifelineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  LifelineException(Problem problem, @Nullable Throwable cause) {
    super(problem.code() + ": " + problem.message(), cause);
    this.problem = problem;
  }

  /** What failed, why and what to do; never null. */
  public Problem problem() {
    return problem;
  }

  /** Short for {@code problem().code()}. */
  public ProblemCode code() {
    return problem.code();
  }
}
