package dev.lifeline.hub.store;

import dev.lifeline.hub.model.VerificationRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Preflight checks that somebody watches. */
public final class VerificationRuns {
  private final Handle handle;

  VerificationRuns(Handle handle) {
    this.handle = handle;
  }

  /** Adds one that begins. */
  public void add(VerificationRun run) {
    handle
        .createUpdate(
            "insert into verification_runs (id, person_id, connection_id, target, begun, state,"
                + " steps) values (:id, :person, :connection, :target, :begun, :state, :steps)")
        .bind("id", run.id())
        .bind("person", run.person())
        .bind("connection", Rows.maybe(run.connection()))
        .bind("target", run.target())
        .bind("begun", run.begun())
        .bind("state", run.progress().state().name())
        .bind("steps", run.progress().steps())
        .execute();
  }

  /** Keeps how far one is. */
  public void advance(UUID id, VerificationRun.Progress progress) {
    handle
        .createUpdate("update verification_runs set state = :state, steps = :steps where id = :id")
        .bind("id", id)
        .bind("state", progress.state().name())
        .bind("steps", progress.steps())
        .execute();
  }

  /** The run of that id. */
  public Optional<VerificationRun> get(UUID id) {
    return handle
        .createQuery("select * from verification_runs where id = :id")
        .bind("id", id)
        .map((row, context) -> run(row))
        .findOne();
  }

  /** Removes what began before a time. */
  public void forget(Instant before) {
    handle
        .createUpdate("delete from verification_runs where begun < :before")
        .bind("before", before)
        .execute();
  }

  private static VerificationRun run(ResultSet row) throws SQLException {
    return new VerificationRun(
        Rows.id(row, "id"),
        Rows.id(row, "person_id"),
        Rows.idOrNull(row, "connection_id"),
        Rows.text(row, "target"),
        Rows.time(row, "begun"),
        new VerificationRun.Progress(
            VerificationRun.State.valueOf(Rows.text(row, "state")), Rows.text(row, "steps")));
  }
}
