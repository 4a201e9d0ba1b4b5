package dev.lifeline.core.operation;

import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a wait has come: all that has to be known between two looks, so that another thread, or
 * another process, can go on with it.
 *
 * @param begun when the wait began
 * @param status LCS's last word; null before the first good look
 * @param unknownLooks how many of the last looks in a row showed a word that no table knows
 * @param outageSince since when LCS could not be asked; null when the last look was good
 */
public record WaitState(
    Instant begun, @Nullable String status, int unknownLooks, @Nullable Instant outageSince) {
  private static final int UNKNOWN_LOOKS = 3;

  /** While LCS is out of reach it is looked for more often than an operation is looked at. */
  private static final Duration OUTAGE_PAUSE = Duration.ofMinutes(1);

  /** A wait that begins. */
  public static WaitState begin(Instant now) {
    return new WaitState(now, null, 0, null);
  }

  /** After a look that showed this. */
  public WaitState seen(OperationState state) {
    boolean unknown = state instanceof OperationState.Unknown;
    return new WaitState(begun, state.status(), unknown ? unknownLooks + 1 : 0, null);
  }

  /**
   * After a look that failed because LCS cannot be reached, or cannot answer.
   *
   * @param asked when it was looked
   * @param now when that failed
   * @throws LifelineException the failure itself, when it is no passing one or the outage has
   *     lasted longer than the patience says
   */
  public WaitState missed(
      LifelineException failure, Instant asked, Instant now, Patience patience) {
    Instant since = outageSince == null ? asked : outageSince;
    boolean isOver = Duration.between(since, now).compareTo(patience.outage()) > 0;
    if (!isPassing(failure) || isOver) {
      throw failure;
    }
    return new WaitState(begun, status, unknownLooks, since);
  }

  /** Whether a state that was {@link #seen} is taken for the end. */
  public boolean isEnd(OperationState state, Patience patience) {
    if (state instanceof OperationState.Unknown) {
      return patience.onUnknownState() == UnknownState.FAIL && unknownLooks >= UNKNOWN_LOOKS;
    }
    return !(state instanceof OperationState.Running);
  }

  /**
   * How long to pause before the next look.
   *
   * @param what is waited for, for people
   * @throws LifelineException WAIT_TIMED_OUT when the time for waiting is over
   */
  public Duration pause(String what, Instant now, Patience patience) {
    Duration left = patience.timeout().minus(Duration.between(begun, now));
    if (left.isZero() || left.isNegative()) {
      throw timedOut(what, patience).raise();
    }
    Duration pause = patience.interval();
    if (outageSince != null) {
      pause = shorter(pause, OUTAGE_PAUSE);
    }
    return shorter(left, pause);
  }

  /** A page that is not LCS's own may be that of a proxy before an LCS that is out of reach. */
  private static boolean isPassing(LifelineException e) {
    return e.code().kind() == Kind.GAVE_UP || e.code() == ProblemCode.LCS_ANSWER_UNREADABLE;
  }

  private Problem timedOut(String what, Patience patience) {
    String state =
        status == null ? "LCS could not say where it stands." : "Its state is '" + status + "'.";
    return Problem.of(
            ProblemCode.WAIT_TIMED_OUT,
            "gave up waiting for " + what + " after " + minutes(patience.timeout()))
        .why(state + " It goes on in LCS without Lifeline.")
        .fix("wait longer with --timeout, or come back later")
        .detail("operationStatus", status);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String minutes(Duration duration) {
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
