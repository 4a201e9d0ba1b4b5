package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ActivityId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place for one start on a shelf, the holder's own until it is closed. For one thread. */
final class ShelfPage implements JournalPage {
  private static final String ACTIVITY = "activity-";

  private final @Nullable Shelf shelf;
  private final String key;
  private final Shelf.@Nullable Held held;

  ShelfPage(@Nullable Shelf shelf, String key, Shelf.@Nullable Held held) {
    this.shelf = shelf;
    this.key = key;
    this.held = held;
  }

  @Override
  public Optional<StartNote> read() {
    return shelf == null ? Optional.empty() : shelf.read(key).flatMap(StartNote::of);
  }

  @Override
  public boolean write(StartNote note) {
    if (shelf == null || !shelf.write(key, note.text())) {
      return false;
    }
    ActivityId activity = note.activity();
    if (activity != null) {
      shelf.write(name(activity), key);
    }
    return true;
  }

  @Override
  public boolean isThere() {
    return shelf != null;
  }

  @Override
  public void forget() {
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
