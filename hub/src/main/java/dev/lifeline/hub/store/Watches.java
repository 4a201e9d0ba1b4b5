package dev.lifeline.hub.store;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.operation.WaitState;
import dev.lifeline.hub.model.Watch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Operations in LCS that are looked at. */
public final class Watches {
  private final Handle handle;

  Watches(Handle handle) {
    this.handle = handle;
  }

  /**
   * Adds one, unless it is there.
   *
   * @return whether it was not there
   */
  public boolean add(Watch watch) {
    return bind(
                handle.createUpdate(
                    "insert into watches (id, connection_id, project_id, lcs_project, operation,"
                        + " verdict, begun, status, unknown_looks, outage_since, problem) values"
                        + " (:id, :connection, :project, :lcsProject, :operation, :verdict,"
                        + " :begun, :status, :unknownLooks, :outageSince, :problem)"
                        + " on conflict do nothing"),
                watch)
            .bind("connection", watch.place().connection())
            .bind("project", watch.place().project())
            .bind("lcsProject", watch.place().lcsProject())
            .bind("operation", Json.write(watch.operation()))
            .bind("begun", watch.waited().begun())
            .execute()
        > 0;
  }

  /** The one of that id; nobody else changes it until the transaction ends. */
  public Optional<Watch> lock(String id) {
    return handle
        .createQuery("select * from watches where id = :id for update")
        .bind("id", id)
        .map((row, context) -> watch(row))
        .findOne();
  }

  /** Writes down what a look showed. */
  public void update(Watch watch) {
    bind(
            handle.createUpdate(
                "update watches set verdict = :verdict, status = :status,"
                    + " unknown_looks = :unknownLooks, outage_since = :outageSince,"
                    + " problem = :problem where id = :id"),
            watch)
        .execute();
  }

  /** Nobody waits for it any more. */
  public void remove(String id) {
    handle.createUpdate("delete from watches where id = :id").bind("id", id).execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Watch watch) {
    return statement
        .bind("id", watch.id())
        .bind("verdict", watch.verdict().id())
        .bind("status", watch.waited().status())
        .bind("unknownLooks", watch.waited().unknownLooks())
        .bind("outageSince", watch.waited().outageSince())
        .bind("problem", watch.problem());
  }

  private static Watch watch(ResultSet row) throws SQLException {
    return new Watch(
        Rows.text(row, "id"),
        new Watch.Place(
            Rows.id(row, "connection_id"),
            Rows.id(row, "project_id"),
            Rows.text(row, "lcs_project")),
        RunRows.operation(Rows.text(row, "operation")),
        new WaitState(
            Rows.time(row, "begun"),
            row.getString("status"),
            row.getInt("unknown_looks"),
            Rows.timeOrNull(row, "outage_since")),
        Watch.Verdict.valueOf(Rows.text(row, "verdict").toUpperCase(Locale.ROOT)),
        row.getString("problem"));
  }
}
