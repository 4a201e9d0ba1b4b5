package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ActivityId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place for one start in the journal, the holder's own until it is closed. For one thread. */
final class JournalPage implements AutoCloseable {
  private static final String ACTIVITY = "activity-";

  private final @Nullable Shelf shelf;
  private final String key;
  private final Shelf.@Nullable Held held;

  JournalPage(@Nullable Shelf shelf, String key, Shelf.@Nullable Held held) {
    this.shelf = shelf;
    this.key = key;
    this.held = held;
  }

  /** What an earlier run wrote down. */
  Optional<StartNote> read() {
    return shelf == null ? Optional.empty() : shelf.read(key).flatMap(StartNote::of);
  }

  /**
   * Writes it down; it survives whatever happens from now on.
   *
   * @return whether it is kept
   */
  boolean write(StartNote note) {
    if (shelf == null || !shelf.write(key, note.text())) {
      return false;
    }
    ActivityId activity = note.activity();
    if (activity != null) {
      shelf.write(name(activity), key);
    }
    return true;
  }

  /** Whether there is a place to write to at all. */
  boolean isThere() {
    return shelf != null;
  }

  /** There is nothing left to go on with. */
  void forget() {
    if (shelf != null) {
      read().map(StartNote::activity).ifPresent(activity -> shelf.remove(name(activity)));
      shelf.remove(key);
    }
  }

  /** The key under which the start of that operation was written down. */
  static Optional<String> key(Shelf shelf, ActivityId activity) {
    return shelf.read(name(activity));
  }

  private static String name(ActivityId activity) {
    return ACTIVITY + activity.value().replace("-", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    if (held != null) {
      held.close();
    }
  }
}
