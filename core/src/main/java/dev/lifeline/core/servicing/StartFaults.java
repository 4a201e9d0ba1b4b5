package dev.lifeline.core.servicing;

import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a start, in words. */
final class StartFaults {
  private StartFaults() {}

  /** Whether the request may have been carried out, although it failed here. */
  static boolean isUncertain(LifelineException e) {
    return switch (e.code()) {
      case ANSWER_LOST, SERVICE_UNAVAILABLE, LCS_ANSWER_UNREADABLE, INTERRUPTED -> true;
      default -> false;
    };
  }

  /** Whether LCS says that it did not carry the request out. */
  static boolean isRefusal(LifelineException e) {
    return switch (e.code()) {
      case LCS_REFUSED, DAILY_LIMIT, THROTTLED -> true;
      default -> false;
    };
  }

  /** Whether a later look may succeed. */
  static boolean isPassing(LifelineException e) {
    return e.code().kind() == Kind.GAVE_UP || e.code() == ProblemCode.LCS_ANSWER_UNREADABLE;
  }

  /**
   * Nobody knows.
   *
   * @param again when the same command may start it anew; null when that is not written down
   */
  static Problem uncertain(
      ProblemCode code, StartOrder order, String reason, @Nullable Instant again) {
    ServicingTarget target = order.target();
    return Problem.of(code, "nobody knows whether " + order.title() + " was started: " + reason)
        .why("Lifeline does not start it a second time, because the first may be running.")
        .fix(
            "look in the LCS portal at the history of environment "
                + target.environment()
                + "; if it is there, follow it with: lifeline operation watch ACTIVITY_ID --environment "
                + target.environment()
                + " --type "
                + target.kind().id())
        .fix(
            again == null
                ? "if it is not there after a quarter of an hour, run the same command again"
                : "or run the same command again: it follows what it finds in the history, and starts"
                    + " anew when there is nothing at "
                    + again.truncatedTo(ChronoUnit.SECONDS))
        .detail("environmentId", target.environment().value());
  }

  /** Something else goes on there. */
  static Problem busy(ServicingTarget target, HistoryEntry running) {
    return Problem.of(
            ProblemCode.ENVIRONMENT_BUSY,
            "environment "
                + target.environment()
                + " is being serviced already: "
                + HistoryLine.of(running))
        .why("LCS does one thing at a time to an environment, and refuses the next.")
        .fix("wait for its end, then run the same command again")
        .detail("environmentId", target.environment().value())
        .detail("runningName", running.name())
        .detail("runningStatus", running.status())
        .detail("runningSince", running.started() == null ? null : running.started().toString())
        .detail(
            "runningActivityId", running.activity() == null ? null : running.activity().value());
  }
}
