package dev.lifeline.core.lcs;

import dev.lifeline.core.lcs.wire.BackupJson;
import dev.lifeline.core.lcs.wire.BackupsJson;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.OperationReport;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.rate.RateLimit;
import dev.lifeline.core.rate.RateUse;
import java.util.List;
import java.util.Objects;

/** The calls that move databases (LCS API: database movement). */
final class DatabaseCalls {
  private static final String ROOT = "/databasemovement/v1";

  private DatabaseCalls() {}

  static LcsCall<List<DatabaseBackup>> list(ProjectId project) {
    String does = "list the database backups of project " + project;
    return LcsCall.asking(
        does,
        ROOT + "/databases/project/" + project,
        NotVisible.project(project),
        answer -> {
          List<BackupJson> all = Judge.enveloped(does, answer, BackupsJson.class).databaseAssets();
          return all == null
              ? List.of()
              : all.stream().filter(Objects::nonNull).map(json -> toBackup(does, json)).toList();
        });
  }

  static LcsCall<ActivityId> refresh(
      ProjectId project, EnvironmentId source, EnvironmentId target) {
    String does = "refresh the database of environment " + target + " from " + source;
    return LcsCall.starting(
            does,
            ROOT + "/refresh/project/" + project + "/source/" + source + "/target/" + target,
            NotVisible.environment(project, target),
            answer -> Operations.activity(does, Operations.started(does, answer)))
        .counting(new RateUse(RateLimit.DATABASE_MOVEMENT, project, target));
  }

  static LcsCall<ActivityId> export(
      ProjectId project, EnvironmentId environment, String backupName) {
    String does = "export the database of environment " + environment + " as '" + backupName + "'";
    return LcsCall.starting(
            does,
            ROOT
                + "/export/project/"
                + project
                + "/environment/"
                + environment
                + "/backupName/"
                + Paths.encoded(backupName),
            NotVisible.environment(project, environment),
            answer -> Operations.activity(does, Operations.started(does, answer)))
        .counting(new RateUse(RateLimit.DATABASE_MOVEMENT, project, environment));
  }

  static LcsCall<OperationReport> status(
      ProjectId project, EnvironmentId environment, ActivityId activity) {
    String does = "show the operation " + activity;
    return LcsCall.asking(
        does,
        ROOT
            + "/fetchstatus/project/"
            + project
            + "/environment/"
            + environment
            + "/operationactivity/"
            + activity,
        NotVisible.environment(project, environment),
        answer -> Operations.report(does, answer));
  }

  private static DatabaseBackup toBackup(String does, BackupJson json) {
    try {
      return new DatabaseBackup(
          new AssetId(Known.text(json.id())),
          Known.text(json.name()),
          Known.text(json.fileName()),
          json.fileDescription(),
          Known.location(json.fileLocation()),
          new DatabaseBackup.Owner(Known.project(json.projectId()), json.organizationId()),
          new DatabaseBackup.Origin(
              LcsDates.instant(json.createdDateTime()).orElse(null),
              json.createdByName(),
              LcsDates.instant(json.modifiedDateTime()).orElse(null),
              json.modifiedByName()));
    } catch (IllegalArgumentException e) {
      throw Judge.unreadable(does, "it holds a backup without an id").raise(e);
    }
  }
}
