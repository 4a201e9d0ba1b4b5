package dev.lifeline.core.deployment;

import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DeploymentTarget;
import org.jspecify.annotations.Nullable;

/**
 * What to deploy.
 *
 * @param target where, and with what type of deployment
 * @param asset the package, of the library of the same project
 * @param updateName how the operation is called in the environment's history; not blank where the
 *     type names its updates, and without meaning for the others
 */
public record DeploymentOrder(DeploymentTarget target, AssetId asset, @Nullable String updateName) {
  /**
   * @throws IllegalArgumentException when the update has no name and needs one
   */
  public DeploymentOrder {
    if (target.type().namesItsUpdate() && (updateName == null || updateName.isBlank())) {
      throw new IllegalArgumentException(
          "a deployment of type " + target.type().id() + " needs an update name");
    }
  }
}
