package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.PipelineAccess;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which pipelines may use a connection in a project. */
public final class PipelinePermissions {
  private static final String HERE = " where connection_id = :connection and project_id = :project";

  private final Handle handle;

  PipelinePermissions(Handle handle) {
    this.handle = handle;
  }

  /** What was permitted, in the order of the pipelines' numbers. */
  public PipelineAccess of(UUID project, UUID connection) {
    Optional<Mark> all =
        handle
            .createQuery(
                "select all_pipelines_by, all_pipelines_on from connection_projects"
                    + HERE
                    + " and all_pipelines_by is not null")
            .bind("connection", connection)
            .bind("project", project)
            .map((row, context) -> Rows.mark(row, "all_pipelines_by", "all_pipelines_on"))
            .findOne();
    return new PipelineAccess(
        all.orElse(null),
        handle
            .createQuery(
                "select pipeline_id, authorized_by, authorized_on from pipeline_permissions"
                    + HERE
                    + " order by pipeline_id")
            .bind("connection", connection)
            .bind("project", project)
            .map(
                (row, context) ->
                    new PipelineAccess.Permitted(
                        row.getInt("pipeline_id"),
                        Rows.mark(row, "authorized_by", "authorized_on")))
            .list());
  }

  /**
   * Opens a connection to all pipelines, or to those only that were permitted by name.
   *
   * @param mark who opens it, or null to restrict it
   */
  public void openToAll(UUID project, UUID connection, @Nullable Mark mark) {
    handle
        .createUpdate(
            "update connection_projects set all_pipelines_by = :by, all_pipelines_on = :at" + HERE)
        .bind("by", Rows.maybe(mark == null ? null : mark.by()))
        .bind("at", mark == null ? null : mark.at())
        .bind("connection", connection)
        .bind("project", project)
        .execute();
  }

  /** Permits a pipeline; one that was permitted before keeps that. */
  public void permit(UUID project, UUID connection, PipelineAccess.Permitted permitted) {
    boolean isNew =
        of(project, connection).pipelines().stream()
            .noneMatch(each -> each.pipeline() == permitted.pipeline());
    if (isNew) {
      handle
          .createUpdate(
              "insert into pipeline_permissions (connection_id, project_id, pipeline_id,"
                  + " authorized_by, authorized_on)"
                  + " values (:connection, :project, :pipeline, :by, :at)")
          .bind("connection", connection)
          .bind("project", project)
          .bind("pipeline", permitted.pipeline())
          .bind("by", permitted.mark().by())
          .bind("at", permitted.mark().at())
          .execute();
    }
  }

  /** Takes a permission away; nothing happens when there is none. */
  public void refuse(UUID project, UUID connection, int pipeline) {
    handle
        .createUpdate("delete from pipeline_permissions" + HERE + " and pipeline_id = :pipeline")
        .bind("connection", connection)
        .bind("project", project)
        .bind("pipeline", pipeline)
        .execute();
  }
}
