package dev.lifeline.core.operation;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Waits for the end of an operation: the first look is at once, and a word that no table knows
 * counts as going on until it was seen three times in a row. A later look that fails because LCS
 * cannot be reached, or cannot answer, counts for nothing until the third in a row. Thread-safe.
 */
public final class OperationWatcher {
  private static final int UNKNOWN_LOOKS = 3;
  private static final int FAILED_LOOKS = 3;

  private final Time time;
  private final Listener listener;

  public OperationWatcher(Time time, Listener listener) {
    this.time = time;
    this.listener = listener;
  }

  /**
   * Looks until the operation ended.
   *
   * @param what what is waited for, for people
   * @param look asks LCS
   * @return a state that is not {@link OperationState.Running}; {@link OperationState.Unknown} when
   *     an unknown word persists
   * @throws dev.lifeline.core.problem.LifelineException WAIT_TIMED_OUT, INTERRUPTED, or what the
   *     look throws
   */
  public OperationState await(String what, Supplier<OperationState> look, Patience patience) {
    Wait wait = new Wait(what, look, patience, time.instant());
    OperationState seen = look.get(); // what cannot be seen even once is hardly worth waiting for
    int unknown = 0;
    while (true) {
      listener.on(new Event.Looked(what, seen.status(), elapsed(wait)));
      unknown = seen instanceof OperationState.Unknown ? unknown + 1 : 0;
      boolean going =
          seen instanceof OperationState.Running || (unknown > 0 && unknown < UNKNOWN_LOOKS);
      if (!going) {
        return seen;
      }
      seen = lookLater(wait, seen);
    }
  }

  private record Wait(
      String what, Supplier<OperationState> look, Patience patience, Instant begun) {}

  private OperationState lookLater(Wait wait, OperationState seen) {
    for (int failed = 1; ; failed++) {
      pause(wait, seen);
      try {
        return wait.look().get();
      } catch (LifelineException e) {
        if (e.code().kind() != Kind.GAVE_UP || failed == FAILED_LOOKS) {
          throw e;
        }
        listener.on(
            new Event.Noted("could not look at " + wait.what() + ": " + e.problem().message()));
      }
    }
  }

  private void pause(Wait wait, OperationState seen) {
    Duration left = wait.patience().timeout().minus(elapsed(wait));
    if (left.isZero() || left.isNegative()) {
      throw timedOut(wait.what(), seen, wait.patience());
    }
    Duration interval = wait.patience().interval();
    time.sleep(left.compareTo(interval) < 0 ? left : interval);
  }

  private Duration elapsed(Wait wait) {
    return Duration.between(wait.begun(), time.instant());
  }

  private static RuntimeException timedOut(String what, OperationState state, Patience patience) {
    return Problem.of(
            ProblemCode.WAIT_TIMED_OUT,
            "gave up waiting for " + what + " after " + minutes(patience.timeout()))
        .why("Its state is '" + state.status() + "'. It goes on in LCS without Lifeline.")
        .fix("wait longer with --timeout, or come back later")
        .detail("operationStatus", state.status())
        .raise();
  }

  private static String minutes(Duration duration) {
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
