package dev.lifeline.hub.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * What is to be done at a time, by whichever node: rows of db-scheduler's table, added within a
 * transaction of ours, so that a job is there exactly when its reason is.
 */
public final class Jobs {
  private final Handle handle;

  Jobs(Handle handle) {
    this.handle = handle;
  }

  /**
   * Puts a job there, or lets one that is there come sooner.
   *
   * @return whether it surely begins after this transaction; false when it is being done just now,
   *     and may have looked already
   */
  public boolean put(String kind, String id, Instant at) {
    int added =
        handle
            .createUpdate(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " consecutive_failures, version) values (:kind, :id, :at, false, 0, 1)"
                    + " on conflict do nothing")
            .bind("kind", kind)
            .bind("id", id)
            .bind("at", at)
            .execute();
    return added > 0 || hurried(kind, id, at);
  }

  /** Changes the row in any case, so that a node that is about to pick it up has to look again. */
  private boolean hurried(String kind, String id, Instant at) {
    return handle
            .createUpdate(
                "update scheduled_tasks set execution_time = case when execution_time > :at"
                    + " then :at else execution_time end, version = version + 1"
                    + " where task_name = :kind and task_instance = :id and picked = false")
            .bind("kind", kind)
            .bind("id", id)
            .bind("at", at)
            .execute()
        > 0;
  }
}
