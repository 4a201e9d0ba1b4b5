package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps starts beside the connections, a text for each. A connection that comes from the
 * environment has none. Thread-safe, also among processes.
 */
final class ShelfJournal implements StartJournal {
  private static final Duration LOOKED_AT_AFTER = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofDays(30);

  private final @Nullable Shelf shelf;
  private final String scope;
  private final Time time;

  /**
   * @param shelf where, or null for nowhere
   * @param scope tells geographies apart; a start is the same over whichever connection
   */
  ShelfJournal(@Nullable Shelf shelf, String scope, Time time) {
    this.shelf = shelf;
    this.scope = scope;
    this.time = time;
  }

  @Override
  public JournalPage hold(StartOrder order, Duration patience) {
    String key = order.key(scope);
    if (shelf == null) {
      return new ShelfPage(null, key, null);
    }
    shelf.sweep(time.instant(), KEPT);
    Instant begun = time.instant();
    while (true) {
      Optional<Shelf.Held> held = shelf.hold(key);
      if (held.isPresent()) {
        return new ShelfPage(shelf, key, held.get());
      }
      if (!shelf.isWritable()) {
        return new ShelfPage(null, key, null);
      }
      if (Duration.between(begun, time.instant()).compareTo(patience) >= 0) {
        throw underWay(order);
      }
      time.sleep(LOOKED_AT_AFTER);
    }
  }

  @Override
  public Optional<StartNote> peek(StartOrder order) {
    return new ShelfPage(shelf, order.key(scope), null).read();
  }

  @Override
  public void ended(ActivityId activity) {
    if (shelf == null) {
      return;
    }
    ShelfPage.key(shelf, activity)
        .ifPresent(
            key -> {
              ShelfPage page = new ShelfPage(shelf, key, null);
              if (page.read().filter(note -> activity.equals(note.activity())).isPresent()) {
                page.forget();
              }
            });
  }

  private static RuntimeException underWay(StartOrder order) {
    return Problem.of(
            ProblemCode.START_UNCERTAIN,
            "another run on this machine has been starting "
                + order.title()
                + " for longer than usual")
        .why("Lifeline does not start it beside the other run, because that would start it twice.")
        .fix("look at the other run; when it has ended, run the same command again")
        .raise();
  }
}
