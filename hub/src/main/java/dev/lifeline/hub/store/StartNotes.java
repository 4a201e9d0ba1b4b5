package dev.lifeline.hub.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Starts of operations, written down before they are sent. */
public final class StartNotes {
  private final Handle handle;

  StartNotes(Handle handle) {
    this.handle = handle;
  }

  /**
   * What is written down of a start.
   *
   * @param text the note
   * @param activity the digits of the operation's id; null as long as nobody knows it
   */
  public record Note(String text, @Nullable String activity) {}

  /** The note of that name. */
  public Optional<String> get(String name) {
    return handle
        .createQuery("select note from start_notes where name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Writes a note in place of another.
   *
   * @param before the text that is there, or null for none
   * @return whether that was there; nothing is written when it was not
   */
  public boolean replace(String name, @Nullable String before, Note note, Instant now) {
    String sql =
        before == null
            ? "insert into start_notes (name, note, activity, touched)"
                + " values (:name, :note, :activity, :now) on conflict do nothing"
            : "update start_notes set note = :note, activity = :activity, touched = :now"
                + " where name = :name and note = :before";
    var update =
        handle
            .createUpdate(sql)
            .bind("name", name)
            .bind("note", note.text())
            .bind("activity", note.activity())
            .bind("now", now);
    return (before == null ? update : update.bind("before", before)).execute() > 0;
  }

  /** Forgets a note, if its text is that one. */
  public void remove(String name, String text) {
    handle
        .createUpdate("delete from start_notes where name = :name and note = :text")
        .bind("name", name)
        .bind("text", text)
        .execute();
  }

  /** Forgets the note of an operation whose end was told. */
  public void removeOf(String activity) {
    handle
        .createUpdate("delete from start_notes where activity = :activity")
        .bind("activity", activity)
        .execute();
  }

  /** Forgets what nobody has touched since then. */
  public void sweep(Instant before) {
    handle
        .createUpdate("delete from start_notes where touched < :before")
        .bind("before", before)
        .execute();
  }
}
