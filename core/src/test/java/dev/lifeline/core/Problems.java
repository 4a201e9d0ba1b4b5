package dev.lifeline.core;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches what actions fail with. */
public final class Problems {
  private Problems() {}

  /** The problem with which the action fails. */
  public static Problem of(ThrowingCallable action) {
    LifelineException failure = catchThrowableOfType(LifelineException.class, action);
    if (failure == null) {
      throw new AssertionError("the action was expected to fail with a problem");
    }
    return failure.problem();
  }
}
