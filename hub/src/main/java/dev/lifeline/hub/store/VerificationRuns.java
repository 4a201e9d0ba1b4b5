package dev.lifeline.hub.store;

import dev.lifeline.hub.model.VerificationRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Preflight checks that are watched, and the last one of each connection. */
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

  /** Says that a run was of a connection that was stored only then. */
  public void adopt(UUID id, UUID connection) {
    handle
        .createUpdate("update verification_runs set connection_id = :connection where id = :id")
        .bind("id", id)
        .bind("connection", connection)
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

  /** The last run of each of a project's connections, by the connection's id. */
  public Map<UUID, VerificationRun> lastIn(UUID project) {
    Map<UUID, VerificationRun> last = new HashMap<>();
    handle
        .createQuery(
            "select v.* from verification_runs v join connection_projects r"
                + " on r.connection_id = v.connection_id where r.project_id = :project"
                + " order by v.begun")
        .bind("project", project)
        .map((row, context) -> run(row))
        .forEach(run -> Optional.ofNullable(run.connection()).ifPresent(id -> last.put(id, run)));
    return last;
  }

  /** Removes what began before a time, less the last run of each connection. */
  public void forget(Instant before) {
    handle
        .createUpdate(
            "delete from verification_runs where begun < :before and (connection_id is null or"
                + " exists (select 1 from verification_runs v where v.connection_id ="
                + " verification_runs.connection_id and v.begun > verification_runs.begun))")
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
