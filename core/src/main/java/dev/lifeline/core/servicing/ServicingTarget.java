package dev.lifeline.core.servicing;

import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is done to.
 *
 * @param project the project
 * @param environment the environment; of a refresh the one whose database is overwritten
 * @param kind what is done
 * @param part the scale unit's name or the e-Commerce environment's id, where the kind has one
 */
public record ServicingTarget(
    ProjectId project, EnvironmentId environment, OperationKind kind, @Nullable String part) {
  /** A whole environment. */
  public static ServicingTarget of(
      ProjectId project, EnvironmentId environment, OperationKind kind) {
    return new ServicingTarget(project, environment, kind, null);
  }

  /** The first step of a deployment. */
  public static ServicingTarget of(ProjectId project, DeploymentTarget target) {
    return new ServicingTarget(
        project, target.environment(), OperationKind.firstOf(target.type()), target.part());
  }

  /** The same place, another kind of operation. */
  public ServicingTarget with(OperationKind other) {
    return new ServicingTarget(project, environment, other, part);
  }

  /**
   * As a target of a deployment.
   *
   * @throws IllegalStateException when it is none
   */
  DeploymentTarget deployment() {
    return new DeploymentTarget(
        kind.deployment().orElseThrow(() -> new IllegalStateException(kind + " is no deployment")),
        environment,
        part);
  }
}
