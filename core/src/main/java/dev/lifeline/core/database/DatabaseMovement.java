package dev.lifeline.core.database;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Servicing;
import dev.lifeline.core.servicing.ServicingTarget;
import dev.lifeline.core.servicing.StartOrder;
import dev.lifeline.core.servicing.Started;
import java.util.List;
import java.util.Locale;

/** Refreshes and exports databases; each start happens once. Thread-safe. */
public final class DatabaseMovement {
  private final LcsClient lcs;
  private final Servicing servicing;

  public DatabaseMovement(LcsClient lcs, Servicing servicing) {
    this.lcs = lcs;
    this.servicing = servicing;
  }

  /**
   * A refresh.
   *
   * @param source whose database is copied
   * @param target whose database is overwritten by it
   */
  public record Refresh(Environment source, Environment target) {
    /**
     * Refuses what LCS would.
     *
     * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG for one and the same
     *     environment, PRODUCTION_ENVIRONMENT for a target that is in production
     */
    public void requireSense() {
      if (source.id().equals(target.id())) {
        throw Problem.of(
                ProblemCode.USAGE_WRONG,
                "source and target are the same environment '" + target.name() + "'")
            .why("A refresh copies the database of one environment over that of another.")
            .fix("name another environment with --source")
            .raise();
      }
      String type = target.kind().type();
      if (type != null && type.equalsIgnoreCase("Production")) {
        throw Problem.of(
                ProblemCode.PRODUCTION_ENVIRONMENT,
                "environment '"
                    + target.name()
                    + "' is a production environment, whose database the API does not overwrite")
            .why("LCS refreshes sandboxes only.")
            .fix("name a sandbox with --target")
            .detail("environmentId", target.id().value())
            .raise();
      }
    }
  }

  /**
   * Begins to overwrite the target's database with the source's.
   *
   * @param awaited whether the run goes on with it
   * @throws dev.lifeline.core.problem.LifelineException as {@link Refresh#requireSense};
   *     START_UNCERTAIN, ENVIRONMENT_BUSY, DAILY_LIMIT; what LCS refuses
   */
  public Started refresh(ProjectId project, Refresh refresh, boolean awaited) {
    refresh.requireSense();
    Environment source = refresh.source();
    Environment target = refresh.target();
    StartOrder order =
        new StartOrder(
            ServicingTarget.of(project, target.id(), OperationKind.DATABASE_REFRESH),
            "the refresh of '" + target.name() + "' from '" + source.name() + "'",
            List.of(source.id().value().replace("-", "").toLowerCase(Locale.ROOT)),
            null,
            awaited);
    return servicing.start(
        order,
        () -> new StartedDeployment(lcs.refreshDatabase(project, source.id(), target.id()), null));
  }

  /**
   * Begins to export a database into the library.
   *
   * @param backupName how the backup will be called there, not blank
   * @param awaited whether the run goes on with it
   * @throws dev.lifeline.core.problem.LifelineException START_UNCERTAIN, ENVIRONMENT_BUSY,
   *     DAILY_LIMIT; what LCS refuses
   */
  public Started export(
      ProjectId project, Environment environment, String backupName, boolean awaited) {
    StartOrder order =
        new StartOrder(
            ServicingTarget.of(project, environment.id(), OperationKind.DATABASE_EXPORT),
            "the export of '" + environment.name() + "' as '" + backupName + "'",
            List.of(backupName),
            backupName,
            awaited);
    return servicing.start(
        order,
        () ->
            new StartedDeployment(lcs.exportDatabase(project, environment.id(), backupName), null));
  }
}
