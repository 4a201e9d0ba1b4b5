package dev.lifeline.core.model;

import org.jspecify.annotations.Nullable;

/**
 * What is serviced, and with what kind of deployment.
 *
 * @param type the deployment type
 * @param environment the environment
 * @param part the scale unit's name, or the e-Commerce environment's id; null where the type
 *     services the whole environment
 */
public record DeploymentTarget(
    DeploymentType type, EnvironmentId environment, @Nullable String part) {
  /**
   * Checks that the part is there exactly when the type needs one.
   *
   * @throws IllegalArgumentException when it is not
   */
  public DeploymentTarget {
    String needed = type.part().orElse(null);
    if (needed == null && part != null) {
      throw new IllegalArgumentException(
          "a deployment of type " + type.id() + " services the whole environment");
    }
    if (needed != null && (part == null || part.isBlank())) {
      throw new IllegalArgumentException("a deployment of type " + type.id() + " needs " + needed);
    }
  }

  /** A target that is a whole environment. */
  public static DeploymentTarget of(DeploymentType type, EnvironmentId environment) {
    return new DeploymentTarget(type, environment, null);
  }

  /**
   * The part, where the type has one.
   *
   * @throws IllegalStateException where it has none
   */
  public String requiredPart() {
    if (part == null) {
      throw new IllegalStateException("the type " + type.id() + " has no part");
    }
    return part;
  }
}
