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
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One wait for one operation. For one thread. */
final class Watch {
  private static final int UNKNOWN_LOOKS = 3;

  /** A history that lags behind is asked a second time. */
  private static final int QUESTIONS = 2;

  /** While LCS is out of reach it is looked for more often than an operation is looked at. */
  private static final Duration OUTAGE_PAUSE = Duration.ofMinutes(1);

  private final Watched watched;
  private final Patience patience;
  private final Time time;
  private final Listener listener;
  private final Instant begun;
  private final Set<String> unknownWords = new HashSet<>();
  private Expectation expectation = Expectation.NONE;
  private int questions;
  private int unknownLooks;
  private @Nullable OperationState last;
  private @Nullable Instant outageSince;

  Watch(Watched watched, Patience patience, Time time, Listener listener) {
    this.watched = watched;
    this.patience = patience;
    this.time = time;
    this.listener = listener;
    this.begun = time.instant();
  }

  OperationState toTheEnd() {
    while (true) {
      if (look() && last != null && isEnd(last)) {
        return last;
      }
      pause();
    }
  }

  /** Whether it could be seen. */
  private boolean look() {
    Instant asked = time.instant();
    try {
      OperationState seen = watched.look().get();
      last = seen;
      outageSince = null;
      tell(seen);
      return true;
    } catch (LifelineException e) {
      Instant since = outageSince == null ? asked : outageSince;
      outageSince = since;
      Duration lasted = Duration.between(since, time.instant());
      if (!isPassing(e) || lasted.compareTo(patience.outage()) > 0) {
        throw e;
      }
      listener.on(
          new Event.Noted("could not look at " + watched.what() + ": " + e.problem().message()));
      return false;
    }
  }

  /** A page that is not LCS's own may be that of a proxy before an LCS that is out of reach. */
  private static boolean isPassing(LifelineException e) {
    return e.code().kind() == Kind.GAVE_UP || e.code() == ProblemCode.LCS_ANSWER_UNREADABLE;
  }

  private void tell(OperationState seen) {
    boolean unknown = seen instanceof OperationState.Unknown;
    unknownLooks = unknown ? unknownLooks + 1 : 0;
    boolean ends =
        seen instanceof OperationState.Succeeded || seen instanceof OperationState.Failed;
    if (!ends && expectation.equals(Expectation.NONE) && questions < QUESTIONS) {
      questions++;
      expectation = watched.expectation().get();
    }
    listener.on(
        new Event.Looked(watched.what(), seen.status(), sinceItBegan(), expectation.typical()));
    if (unknown && unknownWords.add(seen.status())) {
      listener.on(
          new Event.Noted(
              "LCS says '"
                  + seen.status()
                  + "', a word that Lifeline does not know; it counts as still going"));
    }
  }

  private boolean isEnd(OperationState seen) {
    if (seen instanceof OperationState.Unknown) {
      return patience.onUnknownState() == UnknownState.FAIL && unknownLooks >= UNKNOWN_LOOKS;
    }
    return !(seen instanceof OperationState.Running);
  }

  private void pause() {
    Duration left = patience.timeout().minus(waited());
    if (left.isZero() || left.isNegative()) {
      throw timedOut();
    }
    Duration pause = patience.interval();
    if (outageSince != null) {
      pause = shorter(pause, OUTAGE_PAUSE);
    }
    time.sleep(shorter(left, pause));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration waited() {
    return Duration.between(begun, time.instant());
  }

  /** By LCS's own clock where it says since when; never less than what was waited. */
  private Duration sinceItBegan() {
    Instant since = expectation.since();
    return since == null || since.isAfter(begun)
        ? waited()
        : Duration.between(since, time.instant());
  }

  private RuntimeException timedOut() {
    String state =
        last == null
            ? "LCS could not say where it stands."
            : "Its state is '" + last.status() + "'.";
    return Problem.of(
            ProblemCode.WAIT_TIMED_OUT,
            "gave up waiting for " + watched.what() + " after " + minutes(patience.timeout()))
        .why(state + " It goes on in LCS without Lifeline.")
        .fix("wait longer with --timeout, or come back later")
        .detail("operationStatus", last == null ? null : last.status())
        .raise();
  }

  private static String minutes(Duration duration) {
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
