package dev.lifeline.hub.store;

import dev.lifeline.hub.model.ExecutionRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The uses of connections. */
public final class ExecutionRecords {
  private final Handle handle;

  ExecutionRecords(Handle handle) {
    this.handle = handle;
  }

  /**
   * A use that has no number yet.
   *
   * @param project the id of the project in whose name it was
   * @param content a JSON object
   */
  public record Fresh(UUID project, UUID connection, String content) {}

  /** Adds uses at once; nobody asks for their numbers. */
  public void addAll(List<Fresh> uses) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into execution_records (connection_id, project_id, content)"
                + " values (:connection, :project, :content)");
    for (Fresh use : uses) {
      batch
          .bind("connection", use.connection())
          .bind("project", use.project())
          .bind("content", use.content())
          .add();
    }
    batch.execute();
  }

  /** Adds a use and gives it its number. */
  public ExecutionRecord add(UUID project, UUID connection, String content) {
    long number =
        handle
            .createUpdate(
                "insert into execution_records (connection_id, project_id, content)"
                    + " values (:connection, :project, :content)")
            .bind("connection", connection)
            .bind("project", project)
            .bind("content", content)
            .executeAndReturnGeneratedKeys("number")
            .mapTo(Long.class)
            .one();
    return new ExecutionRecord(number, connection, content);
  }

  /**
   * The uses of a connection in a project, the newest first.
   *
   * @param from the highest number to return
   * @param most how many to return
   */
  public List<ExecutionRecord> of(UUID project, UUID connection, long from, int most) {
    return handle
        .createQuery(
            "select number, content from execution_records where connection_id = :connection"
                + " and project_id = :project and number <= :from"
                + " order by number desc fetch first :most rows only")
        .bind("connection", connection)
        .bind("project", project)
        .bind("from", from)
        .bind("most", most)
        .map(
            (row, context) ->
                new ExecutionRecord(row.getLong("number"), connection, Rows.text(row, "content")))
        .list();
  }

  /** The newest use of each of a project's connections, by the connection's id. */
  public Map<UUID, ExecutionRecord> lastIn(UUID project) {
    Map<UUID, ExecutionRecord> last = new HashMap<>();
    handle
        .createQuery(
            "select number, connection_id, content from execution_records where number in"
                + " (select max(number) from execution_records where project_id = :project"
                + " group by connection_id)")
        .bind("project", project)
        .map(
            (row, context) ->
                new ExecutionRecord(
                    row.getLong("number"),
                    Rows.id(row, "connection_id"),
                    Rows.text(row, "content")))
        .forEach(each -> last.put(each.connection(), each));
    return last;
  }
}
