package dev.lifeline.hub.engine;

import dev.lifeline.core.LcsOperations.Desk;
import dev.lifeline.core.database.DatabaseMovement;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.ServicingTarget;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.model.StepInput;
import dev.lifeline.hub.model.StepKind;
import dev.lifeline.hub.model.StepOrder;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the kinds of steps do in LCS: each begins an operation, or names one, at each stage. */
final class Deeds {
  private Deeds() {}

  /** Begins the operation of the stage that a step is at; what is begun twice is one operation. */
  static FollowedOperation begin(Desk lcs, ProjectId project, RunStep step) {
    StepOrder order = step.order();
    return switch (order.kind()) {
      case DEPLOY -> followed(deploy(lcs, project, step));
      case REFRESH_DATABASE ->
          followed(
              lcs.databaseMovement()
                  .refresh(
                      project,
                      new DatabaseMovement.Refresh(
                          environment(lcs, project, order, StepInput.SOURCE),
                          environment(lcs, project, order, StepInput.ENVIRONMENT)),
                      true));
      case EXPORT_DATABASE ->
          followed(
              lcs.databaseMovement()
                  .export(
                      project,
                      environment(lcs, project, order, StepInput.ENVIRONMENT),
                      order.required(StepInput.BACKUP_NAME),
                      true));
      case START_ENVIRONMENT, STOP_ENVIRONMENT, RESTART_ENVIRONMENT -> power(lcs, project, step);
      case WAIT_FOR_OPERATION -> named(lcs, project, order);
      case WAIT_FOR_VALIDATION ->
          new FollowedOperation(
              FollowedOperation.VALIDATION, "", null, order.required(StepInput.ASSET), null);
    };
  }

  /** Whether there is another stage behind an operation that ended well. */
  static boolean hasMore(StepOrder order, FollowedOperation ended) {
    return switch (order.kind()) {
      case DEPLOY -> ended.kind().equals(OperationKind.ON_PREMISES_PREPARATION.id());
      case RESTART_ENVIRONMENT -> ended.kind().equals(OperationKind.STOP.id());
      case REFRESH_DATABASE,
          EXPORT_DATABASE,
          START_ENVIRONMENT,
          STOP_ENVIRONMENT,
          WAIT_FOR_OPERATION,
          WAIT_FOR_VALIDATION ->
          false;
    };
  }

  /** What is done, for people. */
  static String title(StepOrder order) {
    String environment = order.input(StepInput.ENVIRONMENT).orElse("");
    return switch (order.kind()) {
      case DEPLOY ->
          "deploy "
              + order
                  .input(StepInput.UPDATE_NAME)
                  .map(name -> "'" + name + "'")
                  .orElse(order.required(StepInput.ASSET))
              + " to "
              + environment;
      case REFRESH_DATABASE ->
          "refresh the database of " + environment + " from " + order.required(StepInput.SOURCE);
      case EXPORT_DATABASE ->
          "export the database of "
              + environment
              + " as '"
              + order.required(StepInput.BACKUP_NAME)
              + "'";
      case START_ENVIRONMENT -> "start " + environment;
      case STOP_ENVIRONMENT -> "stop " + environment;
      case RESTART_ENVIRONMENT -> "restart " + environment;
      case WAIT_FOR_OPERATION ->
          "wait for the operation " + order.required(StepInput.ACTIVITY) + " on " + environment;
      case WAIT_FOR_VALIDATION ->
          "wait for the validation of asset " + order.required(StepInput.ASSET);
    };
  }

  /** As core knows it. */
  static Operation operation(ProjectId project, FollowedOperation followed) {
    return followed.in(project);
  }

  private static Started deploy(Desk lcs, ProjectId project, RunStep step) {
    StepOrder order = step.order();
    DeploymentType type =
        order.input(StepInput.TYPE).flatMap(DeploymentType::withId).orElse(DeploymentType.HQ);
    EnvironmentId environment =
        lcs.environmentLookup().id(project, order.required(StepInput.ENVIRONMENT));
    DeploymentOrder deployment =
        new DeploymentOrder(
            new DeploymentTarget(type, environment, part(order)),
            new AssetId(order.required(StepInput.ASSET)),
            order.input(StepInput.UPDATE_NAME).orElse(null));
    if (step.progress().stage() == 0) {
      return lcs.deployments().begin(project, deployment);
    }
    FollowedOperation prepared = Objects.requireNonNull(step.progress().operation());
    return lcs.deployments().finish(project, deployment, operation(project, prepared));
  }

  private static FollowedOperation power(Desk lcs, ProjectId project, RunStep step) {
    Environment environment = environment(lcs, project, step.order(), StepInput.ENVIRONMENT);
    return followed(
        isToStop(step, environment)
            ? lcs.environmentPower().stop(project, environment, true)
            : lcs.environmentPower().start(project, environment, true));
  }

  /** What is to be started anew, and stands still already, is only started. */
  private static boolean isToStop(RunStep step, Environment environment) {
    Environment.State state = environment.state();
    boolean isStopped =
        Boolean.FALSE.equals(state.canStop()) && Boolean.TRUE.equals(state.canStart());
    return step.order().kind() == StepKind.STOP_ENVIRONMENT
        || (step.order().kind() == StepKind.RESTART_ENVIRONMENT
            && step.progress().stage() == 0
            && !isStopped);
  }

  private static FollowedOperation named(Desk lcs, ProjectId project, StepOrder order) {
    OperationKind kind =
        order.input(StepInput.TYPE).flatMap(OperationKind::withId).orElse(OperationKind.HQ);
    return new FollowedOperation(
        kind.id(),
        lcs.environmentLookup().id(project, order.required(StepInput.ENVIRONMENT)).value(),
        part(order),
        order.required(StepInput.ACTIVITY),
        order.input(StepInput.DEPLOYMENT_ID).orElse(null));
  }

  private static @Nullable String part(StepOrder order) {
    Optional<String> unit = order.input(StepInput.SCALE_UNIT);
    return unit.or(() -> order.input(StepInput.ECOMMERCE_ENVIRONMENT)).orElse(null);
  }

  private static Environment environment(
      Desk lcs, ProjectId project, StepOrder order, StepInput which) {
    return lcs.environmentLookup().environment(project, order.required(which));
  }

  private static FollowedOperation followed(Started started) {
    Operation operation = started.operation();
    ServicingTarget target = operation.target();
    return new FollowedOperation(
        target.kind().id(),
        target.environment().value(),
        target.part(),
        operation.activity().value(),
        operation.deploymentId());
  }
}
