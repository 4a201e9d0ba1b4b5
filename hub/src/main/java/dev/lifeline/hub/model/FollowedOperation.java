package dev.lifeline.hub.model;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.ServicingTarget;
import org.jspecify.annotations.Nullable;

/**
 * An operation in LCS, in LCS's words: all that is needed to follow it.
 *
 * @param kind {@code hq}, {@code refresh} and so on; {@code validation} for that of an asset
 * @param environment the environment's id; empty for a validation
 * @param part a scale unit's name or an e-Commerce environment's id, or null
 * @param activity its id; of a validation the asset's
 * @param deploymentId of an e-Commerce deployment, or null
 */
public record FollowedOperation(
    String kind,
    String environment,
    @Nullable String part,
    String activity,
    @Nullable String deploymentId) {
  /** The kind of the validation of an asset. */
  public static final String VALIDATION = "validation";

  /** Whether it is the validation of an asset, and no operation of an environment. */
  public boolean isValidation() {
    return kind.equals(VALIDATION);
  }

  /**
   * As core knows it.
   *
   * @throws IllegalStateException when it is a validation
   */
  public Operation in(ProjectId project) {
    OperationKind known =
        OperationKind.withId(kind).orElseThrow(() -> new IllegalStateException(kind));
    return new Operation(
        new ServicingTarget(project, new EnvironmentId(environment), known, part),
        new ActivityId(activity),
        deploymentId);
  }
}
