package dev.lifeline.hub.store;

import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.StepOrder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What all runs together tell. */
public final class RunFacts {
  private final Handle handle;

  RunFacts(Handle handle) {
    this.handle = handle;
  }

  /**
   * How long steps of that kind took on that environment, of those that ended well the latest.
   *
   * @param connection over which connection
   * @param most how many
   */
  public List<Duration> took(UUID connection, StepOrder order, int most) {
    return handle
        .createQuery(
            "select s.started, s.ended from run_steps s join runs r on r.id = s.run_id"
                + " where r.connection_id = :connection and s.kind = :kind"
                + " and coalesce(s.environment, '') = coalesce(:environment, '')"
                + " and s.state = :state and s.started is not null and s.ended is not null"
                + " order by r.number desc fetch first :most rows only")
        .bind("connection", connection)
        .bind("kind", order.kind().id())
        .bind("environment", RunRows.environment(order))
        .bind("state", RunState.SUCCEEDED.id())
        .bind("most", most)
        .map((row, context) -> Duration.between(Rows.time(row, "started"), Rows.time(row, "ended")))
        .list();
  }

  /** The connections of a project's runs; some of them may be gone. */
  public List<UUID> connectionsIn(UUID project) {
    return handle
        .createQuery("select distinct connection_id from runs where project_id = :project")
        .bind("project", project)
        .map((row, context) -> Rows.id(row, "connection_id"))
        .list();
  }
}
