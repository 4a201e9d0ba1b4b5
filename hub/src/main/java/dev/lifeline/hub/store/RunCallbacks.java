package dev.lifeline.hub.store;

import dev.lifeline.hub.model.PlanJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who waits for which run, and what it was told. */
public final class RunCallbacks {
  private final Handle handle;

  RunCallbacks(Handle handle) {
    this.handle = handle;
  }

  /**
   * Somebody who waits.
   *
   * @param told up to which event
   * @param troubledSince since when it cannot be told, or null
   */
  public record Waiting(UUID run, PlanJob job, long told, @Nullable Instant troubledSince) {}

  /**
   * Adds one, in place of the one before, which has ended without it: a job that is tried again.
   */
  public void put(UUID run, PlanJob job) {
    remove(run);
    handle
        .createUpdate(
            "insert into run_callbacks (run_id, plan_url, team_project, hub_name, plan_id, job_id,"
                + " timeline_id, task_id, told) values (:run, :planUrl, :project, :hub, :plan,"
                + " :job, :timeline, :task, 0)")
        .bind("run", run)
        .bind("planUrl", job.planUrl())
        .bind("project", job.project())
        .bind("hub", job.hub())
        .bind("plan", job.plan())
        .bind("job", job.job())
        .bind("timeline", job.timeline())
        .bind("task", job.task())
        .execute();
  }

  /** Who waits for a run, if somebody does. */
  public Optional<Waiting> of(UUID run) {
    return handle
        .createQuery("select * from run_callbacks where run_id = :run")
        .bind("run", run)
        .map((row, context) -> waiting(row))
        .findOne();
  }

  /** It was told up to an event. */
  public void told(UUID run, long number) {
    handle
        .createUpdate(
            "update run_callbacks set told = :number, troubled_since = null where run_id = :run")
        .bind("number", number)
        .bind("run", run)
        .execute();
  }

  /** It cannot be told just now. */
  public void troubled(UUID run, Instant now) {
    handle
        .createUpdate(
            "update run_callbacks set troubled_since = :now"
                + " where run_id = :run and troubled_since is null")
        .bind("now", now)
        .bind("run", run)
        .execute();
  }

  /** It waits no longer. */
  public void remove(UUID run) {
    handle.createUpdate("delete from run_callbacks where run_id = :run").bind("run", run).execute();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        Rows.id(row, "run_id"),
        new PlanJob(
            Rows.text(row, "plan_url"),
            Rows.text(row, "team_project"),
            Rows.text(row, "hub_name"),
            Rows.text(row, "plan_id"),
            Rows.text(row, "job_id"),
            Rows.text(row, "timeline_id"),
            Rows.text(row, "task_id")),
        row.getLong("told"),
        Rows.timeOrNull(row, "troubled_since"));
  }
}
