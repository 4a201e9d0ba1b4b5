package dev.lifeline.hub.engine;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.servicing.JournalPage;
import dev.lifeline.core.servicing.StartJournal;
import dev.lifeline.core.servicing.StartNote;
import dev.lifeline.core.servicing.StartOrder;
import dev.lifeline.core.time.ImpatientTime;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.StartNotes;
import dev.lifeline.hub.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the starts of one step down in the database. Nobody holds a page: a note replaces the one
 * that was read, or nothing is written and nothing may be sent. That an operation was started, and
 * that the step follows it, is one transaction.
 */
final class StepJournal {
  /**
   * A start whose answer may come any moment: it is sent by another run, or was by one that died.
   */
  private static final Duration YOUNG = Duration.ofSeconds(5);

  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;
  private final BiConsumer<Tables, FollowedOperation> started;
  private boolean isOpen;

  /**
   * For one step, and one thread.
   *
   * @param started lets the step follow what was started
   */
  StepJournal(
      Database database, InstantSource clock, BiConsumer<Tables, FollowedOperation> started) {
    this.database = database;
    this.clock = clock;
    this.started = started;
  }

  /** Whether nobody knows what became of a start. */
  boolean isOpen() {
    return isOpen;
  }

  /**
   * As core writes in it.
   *
   * @param scope tells geographies apart
   */
  StartJournal in(String scope) {
    return new Scoped(scope);
  }

  static String digits(String activity) {
    return activity.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private final class Scoped implements StartJournal {
    private final String scope;

    Scoped(String scope) {
      this.scope = scope;
    }

    @Override
    public JournalPage hold(StartOrder order, Duration patience) {
      database.change(tables -> tables.startNotes().sweep(clock.instant().minus(KEPT)));
      return new Page(order, order.key(scope));
    }

    @Override
    public Optional<StartNote> peek(StartOrder order) {
      return new Page(order, order.key(scope)).read();
    }

    @Override
    public void ended(ActivityId activity) {
      database.change(tables -> tables.startNotes().removeOf(digits(activity.value())));
    }
  }

  private final class Page implements JournalPage {
    private final StartOrder order;
    private final String name;
    private @Nullable String known;

    Page(StartOrder order, String name) {
      this.order = order;
      this.name = name;
    }

    @Override
    public Optional<StartNote> read() {
      known = database.inTransaction(tables -> tables.startNotes().get(name)).orElse(null);
      Optional<StartNote> note =
          known == null ? Optional.empty() : StartNote.of(String.valueOf(known));
      isOpen = note.isPresent() && note.get().activity() == null;
      Instant settled = note.map(it -> it.attempted().plus(YOUNG)).orElse(Instant.MIN);
      if (isOpen && settled.isAfter(clock.instant())) {
        isOpen = false;
        throw ImpatientTime.postponedUntil(settled);
      }
      return note;
    }

    @Override
    public boolean write(StartNote note) {
      ActivityId activity = note.activity();
      String digits = activity == null ? null : digits(activity.value());
      String text = note.text();
      Instant now = clock.instant();
      boolean isKept =
          database.inTransaction(
              tables -> {
                boolean isReplaced =
                    tables
                        .startNotes()
                        .replace(name, known, new StartNotes.Note(text, digits), now);
                if (activity != null) {
                  started.accept(tables, followed(activity, note.deploymentId()));
                }
                return isReplaced;
              });
      if (!isKept && activity == null) {
        throw ImpatientTime.postponedUntil(now.plus(YOUNG)); // another run starts the same
      }
      known = isKept ? text : known;
      isOpen = activity == null;
      return isKept;
    }

    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public void forget() {
      String text = known;
      if (text != null) {
        database.change(tables -> tables.startNotes().remove(name, text));
      }
      known = null;
      isOpen = false;
    }

    @Override
    public void close() {}

    private FollowedOperation followed(ActivityId activity, @Nullable String deploymentId) {
      return new FollowedOperation(
          order.target().kind().id(),
          order.target().environment().value(),
          order.target().part(),
          activity.value(),
          deploymentId);
    }
  }
}
