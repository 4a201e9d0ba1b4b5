package dev.lifeline.core.operation;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One wait for one operation. For one thread. */
final class Watch {
  /** A history that lags behind is asked a second time. */
  private static final int QUESTIONS = 2;

  private final Watched watched;
  private final Patience patience;
  private final Time time;
  private final Listener listener;
  private final Set<String> unknownWords = new HashSet<>();
  private Expectation expectation = Expectation.NONE;
  private int questions;
  private @Nullable OperationState last;
  private WaitState wait;

  Watch(Watched watched, Patience patience, Time time, Listener listener) {
    this.watched = watched;
    this.patience = patience;
    this.time = time;
    this.listener = listener;
    this.wait = WaitState.begin(time.instant());
  }

  OperationState toTheEnd() {
    while (true) {
      if (look() && last != null && wait.isEnd(last, patience)) {
        return last;
      }
      time.sleep(wait.pause(watched.what(), time.instant(), patience));
    }
  }

  /** Whether it could be seen. */
  private boolean look() {
    Instant asked = time.instant();
    try {
      OperationState seen = watched.look().get();
      last = seen;
      wait = wait.seen(seen);
      tell(seen);
      return true;
    } catch (LifelineException e) {
      wait = wait.missed(e, asked, time.instant(), patience);
      listener.on(
          new Event.Noted("could not look at " + watched.what() + ": " + e.problem().message()));
      return false;
    }
  }

  private void tell(OperationState seen) {
    boolean ends =
        seen instanceof OperationState.Succeeded || seen instanceof OperationState.Failed;
    if (!ends && expectation.equals(Expectation.NONE) && questions < QUESTIONS) {
      questions++;
      expectation = watched.expectation().get();
    }
    listener.on(
        new Event.Looked(watched.what(), seen.status(), sinceItBegan(), expectation.typical()));
    if (seen instanceof OperationState.Unknown && unknownWords.add(seen.status())) {
      listener.on(
          new Event.Noted(
              "LCS says '"
                  + seen.status()
                  + "', a word that Lifeline does not know; it counts as still going"));
    }
  }

  /** By LCS's own clock where it says since when; never less than what was waited. */
  private Duration sinceItBegan() {
    Instant begun = wait.begun();
    Instant since = expectation.since();
    return Duration.between(since == null || since.isAfter(begun) ? begun : since, time.instant());
  }
}
