package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where starts are written down before they are sent, so that a run after a crash knows of them.
 * Thread-safe, also among all who share the place.
 */
public interface StartJournal {
  /**
   * On a shelf beside the connections.
   *
   * @param shelf where; null for nowhere, and then the environments' histories serve alone
   * @param scope tells geographies apart; a start is the same over whichever connection
   */
  static StartJournal on(@Nullable Shelf shelf, String scope, Time time) {
    return new ShelfJournal(shelf, scope, time);
  }

  /**
   * The place for a start, to be closed when it is settled. Whoever starts the same meanwhile waits
   * for that, or fails when it writes.
   *
   * @param patience how long to wait for another run
   * @throws dev.lifeline.core.problem.LifelineException START_UNCERTAIN when it takes longer;
   *     POSTPONED
   */
  JournalPage hold(StartOrder order, Duration patience);

  /** What is written down of a start, without holding it. */
  Optional<StartNote> peek(StartOrder order);

  /** The end of an operation was told: no later run goes on with it. */
  void ended(ActivityId activity);
}
