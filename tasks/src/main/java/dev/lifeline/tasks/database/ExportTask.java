package dev.lifeline.tasks.database;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.Following;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.util.List;
import java.util.UUID;

/** Exports the database of a sandbox into the library. */
public final class ExportTask implements Task {
  private static final Input BACKUP =
      Input.of(
          "backupName",
          InputType.STRING,
          "how the backup is called",
          "Its name in the library. Where it is left out, the pipeline's name and the run's number.");

  private static final Input WAIT =
      Input.of(
              "waitForCompletion",
              InputType.BOOLEAN,
              "wait until the export has ended",
              "It takes up to many hours; *LifelineWaitForOperation* joins it later.")
          .otherwise("true");

  private static final TaskDefinition DEFINITION =
      new TaskDefinition(
          "DatabaseExport",
          "LifelineDatabaseExport",
          UUID.fromString("bbf2fc44-7eca-46bb-85c6-32b72afea206"),
          new Version(1, 0, 0),
          new TaskDefinition.Words(
              "LCS Database Export (Lifeline)",
              "Export the database of $(environmentId)",
              "Exports the database of a sandbox into the asset library, as a backup.",
              "LCS takes three refreshes and exports of an environment in 24 hours. A task that is"
                  + " repeated joins what goes on already."),
          List.of(
              SharedInputs.CONNECTION,
              SharedInputs.PROJECT,
              SharedInputs.ENVIRONMENT,
              BACKUP,
              WAIT),
          List.of(Following.ACTIVITY_ID));

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().value(SharedInputs.PROJECT, ProjectId::of);
    String idOrName = run.inputs().required(SharedInputs.ENVIRONMENT);
    String backup = backupName(run);
    boolean wait = run.inputs().flag(WAIT);
    Patience patience = run.patience(Patience.of(OperationKind.DATABASE_EXPORT));
    UsableConnection connection = run.connection();
    try (Lifeline lifeline = run.lifeline(connection)) {
      Environment environment = lifeline.environmentLookup().environment(project, idOrName);
      run.summary()
          .fact("Project", project)
          .fact("Environment", environment.name())
          .fact("Backup", backup);
      Following following = new Following(run);
      Started started = lifeline.databaseMovement().export(project, environment, backup, wait);
      following.tell(started, "the export of '" + environment.name() + "' as '" + backup + "'");
      if (wait) {
        following.toTheEnd(() -> lifeline.servicing().follow(started.operation(), patience));
      }
    }
  }

  private static String backupName(TaskRun run) {
    return run.inputs()
        .text(BACKUP)
        .or(() -> run.host().runName())
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.INPUT_MISSING, "the input 'backupName' is missing")
                    .why("This run has no name from which one could be made.")
                    .fix("give backupName: " + BACKUP.label())
                    .raise());
  }
}
