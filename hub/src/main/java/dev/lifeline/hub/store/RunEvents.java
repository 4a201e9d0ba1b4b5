package dev.lifeline.hub.store;

import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.RunEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What happened to runs; rows are added and never changed. Their numbers are in the order of the
 * transactions' commits: whoever has read up to a number has seen every event below it, whichever
 * node wrote it.
 */
public final class RunEvents {
  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_DETAILS = 8000;

  private final Handle handle;

  RunEvents(Handle handle) {
    this.handle = handle;
  }

  /**
   * An event that has no number yet.
   *
   * @param step the position of the step that it is about, or null
   * @param text one line for people
   * @param details a JSON object
   */
  public record Fresh(
      UUID run,
      @Nullable Integer step,
      Instant happened,
      EventKind kind,
      String text,
      String details) {}

  /**
   * Adds one. Nobody else adds any until the transaction ends, so that it has to be the last thing
   * that is locked in it.
   */
  public RunEvent add(Fresh event) {
    long number = nextNumber();
    String text = event.text();
    RunEvent added =
        new RunEvent(
            number,
            event.run(),
            event.step(),
            event.happened(),
            event.kind(),
            text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
            event.details().length() > LONGEST_DETAILS ? "{}" : event.details());
    handle
        .createUpdate(
            "insert into run_events (number, run_id, step, happened, kind, text, details)"
                + " values (:number, :run, :step, :happened, :kind, :text, :details)")
        .bind("number", number)
        .bind("run", added.run())
        .bind("step", added.step())
        .bind("happened", added.happened())
        .bind("kind", added.kind().id())
        .bind("text", added.text())
        .bind("details", added.details())
        .execute();
    return added;
  }

  /** The events of all runs with a higher number, the oldest first. */
  public List<RunEvent> after(long number, int most) {
    return handle
        .createQuery(
            "select * from run_events where number > :number order by number"
                + " fetch first :most rows only")
        .bind("number", number)
        .bind("most", most)
        .map((row, context) -> event(row))
        .list();
  }

  /** The events of a run with a higher number, the oldest first. */
  public List<RunEvent> of(UUID run, long after, int most) {
    return handle
        .createQuery(
            "select * from run_events where run_id = :run and number > :number order by number"
                + " fetch first :most rows only")
        .bind("run", run)
        .bind("number", after)
        .bind("most", most)
        .map((row, context) -> event(row))
        .list();
  }

  /** The latest event of a run. */
  public Optional<RunEvent> last(UUID run) {
    return handle
        .createQuery(
            "select * from run_events where run_id = :run order by number desc"
                + " fetch first 1 rows only")
        .bind("run", run)
        .map((row, context) -> event(row))
        .findOne();
  }

  /** The highest number that was given; 0 when there is none. */
  public long latest() {
    return handle
        .createQuery("select latest from run_event_numbers where name = 'run_events'")
        .mapTo(Long.class)
        .one();
  }

  private long nextNumber() {
    handle
        .createUpdate("update run_event_numbers set latest = latest + 1 where name = 'run_events'")
        .execute();
    return latest();
  }

  private static RunEvent event(ResultSet row) throws SQLException {
    String kind = Rows.text(row, "kind");
    return new RunEvent(
        row.getLong("number"),
        Rows.id(row, "run_id"),
        row.getObject("step", Integer.class),
        Rows.time(row, "happened"),
        EventKind.withId(kind).orElseThrow(() -> new IllegalStateException(kind)),
        Rows.text(row, "text"),
        Rows.text(row, "details"));
  }
}
