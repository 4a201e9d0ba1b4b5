package dev.lifeline.tasks.deployment;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Joins an operation that was started by an earlier job, or before an agent was lost. */
public final class WaitTask implements Task {
  private static final Input ACTIVITY =
      Input.of(
              "activityId",
              InputType.STRING,
              "the activity id of the operation",
              "The output `ActivityId` of the task that started it, or the id from the environment's"
                  + " history.")
          .needed();

  private static final Input TIMEOUT =
      Input.of(
              "timeoutInMinutes",
              InputType.INT,
              "how long to wait, in minutes",
              "Then the task fails, and the operation goes on. A job has a limit of its own, which is"
                  + " 60 minutes unless its `timeoutInMinutes` says otherwise.")
          .otherwise("720");

  static final TaskDefinition DEFINITION =
      new TaskDefinition(
          "WaitForOperation",
          "LifelineWaitForOperation",
          UUID.fromString("a226f04c-d705-4ac5-8274-a73c9b301b33"),
          new Version(1, 0, 0),
          new TaskDefinition.Words(
              "LCS Wait for Operation (Lifeline)",
              "Wait for the operation $(activityId)",
              "Waits for the end of an operation on an environment that was started before.",
              "Joins an operation that an earlier job started, or that was under way when an agent"
                  + " was lost. Fails when the operation failed."),
          List.of(
              SharedInputs.CONNECTION,
              SharedInputs.PROJECT,
              SharedInputs.ENVIRONMENT,
              ACTIVITY,
              DeploymentInputs.TYPE,
              TIMEOUT),
          List.of());

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().value(SharedInputs.PROJECT, ProjectId::of);
    String environment = run.inputs().required(SharedInputs.ENVIRONMENT);
    ActivityId activity = run.inputs().value(ACTIVITY, ActivityId::new);
    String type = run.inputs().choice(DeploymentInputs.TYPE);
    Duration timeout =
        run.inputs().optional(TIMEOUT, WaitTask::minutes).orElse(Patience.DEPLOYMENT.timeout());
    Patience patience = run.patience(new Patience(Patience.DEPLOYMENT.interval(), timeout));
    UsableConnection connection = run.connection();
    try (Lifeline lifeline = run.lifeline(connection)) {
      Deployments deployments = lifeline.deployments();
      EnvironmentId id = lifeline.environmentLookup().id(project, environment);
      run.summary()
          .fact("Project", project)
          .fact("Environment", environment)
          .fact("Kind", type)
          .fact("Activity id", activity);
      new Operation(run, project, id, activity).toTheEnd(deployments, patience);
    }
  }

  private static Duration minutes(String text) {
    if (!text.matches("[0-9]{1,6}") || text.matches("0+")) {
      throw new IllegalArgumentException("'" + text + "' is not a number of minutes, 1 or more");
    }
    return Duration.ofMinutes(Long.parseLong(text));
  }
}
