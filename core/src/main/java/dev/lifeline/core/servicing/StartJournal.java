package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where starts are written down before they are sent, beside the connections: a text for each, so
 * that a run after a crash knows of them. A connection that comes from the environment has none,
 * and the environments' histories serve alone. Thread-safe, also among processes.
 */
public final class StartJournal {
  private static final Duration LOOKED_AT_AFTER = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofDays(30);

  private final @Nullable Shelf shelf;
  private final String scope;
  private final Time time;

  /**
   * @param shelf where, or null for nowhere
   * @param scope tells geographies apart; a start is the same over whichever connection
   */
  public StartJournal(@Nullable Shelf shelf, String scope, Time time) {
    this.shelf = shelf;
    this.scope = scope;
    this.time = time;
  }

  /**
   * The place for a start, to be closed when it is settled. Whoever starts the same meanwhile waits
   * for that.
   *
   * @param patience how long to wait for another run
   * @throws dev.lifeline.core.problem.LifelineException START_UNCERTAIN when it takes longer
   */
  JournalPage hold(StartOrder order, Duration patience) {
    String key = key(order);
    if (shelf == null) {
      return new JournalPage(null, key, null);
    }
    shelf.sweep(time.instant(), KEPT);
    Instant begun = time.instant();
    while (true) {
      Optional<Shelf.Held> held = shelf.hold(key);
      if (held.isPresent()) {
        return new JournalPage(shelf, key, held.get());
      }
      if (!shelf.isWritable()) {
        return new JournalPage(null, key, null);
      }
      if (Duration.between(begun, time.instant()).compareTo(patience) >= 0) {
        throw underWay(order);
      }
      time.sleep(LOOKED_AT_AFTER);
    }
  }

  /** What is written down of a start, without holding it. */
  Optional<StartNote> peek(StartOrder order) {
    return new JournalPage(shelf, key(order), null).read();
  }

  /** The end of an operation was told: no later run goes on with it. */
  void ended(ActivityId activity) {
    if (shelf == null) {
      return;
    }
    JournalPage.key(shelf, activity)
        .ifPresent(
            key -> {
              JournalPage page = new JournalPage(shelf, key, null);
              if (page.read().filter(note -> activity.equals(note.activity())).isPresent()) {
                page.forget();
              }
            });
  }

  private String key(StartOrder order) {
    ServicingTarget target = order.target();
    List<String> parts = new ArrayList<>();
    parts.add(scope);
    parts.add(target.project().toString());
    parts.add(target.environment().value().replace("-", "").toLowerCase(Locale.ROOT));
    parts.add(target.kind().id());
    parts.add(String.valueOf(target.part()));
    parts.addAll(order.identity());
    return Shelf.key(parts);
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
