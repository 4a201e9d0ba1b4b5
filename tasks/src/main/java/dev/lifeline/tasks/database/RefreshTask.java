package dev.lifeline.tasks.database;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.database.DatabaseMovement;
import dev.lifeline.core.lookup.EnvironmentLookup;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
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

/** Overwrites the database of a sandbox with that of another environment. */
public final class RefreshTask implements Task {
  private static final Input SOURCE =
      Input.of(
              "sourceEnvironmentId",
              InputType.STRING,
              "the id of the environment whose database is copied",
              "The environment's id, or its whole name.")
          .needed();

  private static final Input TARGET =
      Input.of(
              "targetEnvironmentId",
              InputType.STRING,
              "the id of the sandbox whose database is overwritten",
              "The environment's id, or its whole name. What its database holds is gone afterwards.")
          .needed();

  private static final Input WAIT =
      Input.of(
              "waitForCompletion",
              InputType.BOOLEAN,
              "wait until the refresh has ended",
              "It takes up to many hours; *LifelineWaitForOperation* joins it later.")
          .otherwise("true");

  private static final TaskDefinition DEFINITION =
      new TaskDefinition(
          "DatabaseRefresh",
          "LifelineDatabaseRefresh",
          UUID.fromString("f4d6f8b3-0196-4386-816c-8bdde1714c9d"),
          new Version(1, 0, 0),
          new TaskDefinition.Words(
              "LCS Database Refresh (Lifeline)",
              "Refresh the database of $(targetEnvironmentId)",
              "Overwrites the database of a sandbox with that of another environment.",
              "LCS takes three refreshes and exports of an environment in 24 hours. A task that is"
                  + " repeated joins what goes on already."),
          List.of(SharedInputs.CONNECTION, SharedInputs.PROJECT, SOURCE, TARGET, WAIT),
          List.of(Following.ACTIVITY_ID));

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().value(SharedInputs.PROJECT, ProjectId::of);
    String source = run.inputs().required(SOURCE);
    String target = run.inputs().required(TARGET);
    boolean wait = run.inputs().flag(WAIT);
    Patience patience = run.patience(Patience.of(OperationKind.DATABASE_REFRESH));
    UsableConnection connection = run.connection();
    try (Lifeline lifeline = run.lifeline(connection)) {
      EnvironmentLookup environments = lifeline.environmentLookup();
      DatabaseMovement.Refresh refresh =
          new DatabaseMovement.Refresh(
              environments.environment(project, source), environments.environment(project, target));
      run.summary()
          .fact("Project", project)
          .fact("Source", refresh.source().name())
          .fact("Target", refresh.target().name());
      Following following = new Following(run);
      Started started = lifeline.databaseMovement().refresh(project, refresh, wait);
      following.tell(
          started,
          "the refresh of '"
              + refresh.target().name()
              + "' from '"
              + refresh.source().name()
              + "'");
      if (wait) {
        following.toTheEnd(() -> lifeline.servicing().follow(started.operation(), patience));
      }
    }
  }
}
