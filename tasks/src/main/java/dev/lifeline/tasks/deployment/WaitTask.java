package dev.lifeline.tasks.deployment;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.ServicingTarget;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.Following;
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

  private static final Input E_COMMERCE = DeploymentInputs.eCommerce(DeploymentInputs.OPERATION);

  private static final Input DEPLOYMENT =
      Input.of(
              "deploymentId",
              InputType.STRING,
              "the deployment id of an e-Commerce deployment",
              "The output `DeploymentId` of the task that started it.")
          .when(DeploymentInputs.OPERATION, OperationKind.ECOM.id());

  private static final Input SCALE_UNIT = DeploymentInputs.scaleUnit(DeploymentInputs.OPERATION);

  private static final Input TIMEOUT =
      Input.of(
              "timeoutInMinutes",
              InputType.INT,
              "how long to wait, in minutes",
              "Then the task fails, and the operation goes on. A job has a limit of its own, which is"
                  + " 60 minutes unless its `timeoutInMinutes` says otherwise.")
          .otherwise("720");

  private static final TaskDefinition DEFINITION =
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
              DeploymentInputs.OPERATION,
              E_COMMERCE,
              DEPLOYMENT,
              SCALE_UNIT,
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
    OperationKind kind =
        OperationKind.withId(run.inputs().choice(DeploymentInputs.OPERATION)).orElseThrow();
    String part =
        run.inputs().text(E_COMMERCE).or(() -> run.inputs().text(SCALE_UNIT)).orElse(null);
    String deploymentId = run.inputs().text(DEPLOYMENT).orElse(null);
    Duration timeout = run.inputs().optional(TIMEOUT, WaitTask::minutes).orElse(Patience.TIMEOUT);
    Patience patience = run.patience(Patience.of(kind.interval(), timeout));
    UsableConnection connection = run.connection();
    run.summary().fact("Project", project).fact("Environment", environment).fact("Kind", kind.id());
    try (Lifeline lifeline = run.lifeline(connection)) {
      EnvironmentId id = lifeline.environmentLookup().id(project, environment);
      Operation operation =
          new Operation(new ServicingTarget(project, id, kind, part), activity, deploymentId);
      new Following(run)
          .joining(operation)
          .toTheEnd(() -> lifeline.servicing().follow(operation, patience));
    }
  }

  private static Duration minutes(String text) {
    if (!text.matches("[0-9]{1,6}") || text.matches("0+")) {
      throw new IllegalArgumentException("'" + text + "' is not a number of minutes, 1 or more");
    }
    return Duration.ofMinutes(Long.parseLong(text));
  }
}
