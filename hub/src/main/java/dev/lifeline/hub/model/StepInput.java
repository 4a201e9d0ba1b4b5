package dev.lifeline.hub.model;

import java.util.Arrays;
import java.util.Optional;

/** What a step is told; each has the same name in every kind of step. */
public enum StepInput {
  /** The environment, by id or by its whole name; of a refresh the one that is overwritten. */
  ENVIRONMENT("environment"),
  /** The environment whose database is copied, by id or by its whole name. */
  SOURCE("source"),
  /** The id of an asset in the project's library. */
  ASSET("asset"),
  /** The deployment type; of an operation its kind. */
  TYPE("type"),
  /** How an update is called in the environment's history. */
  UPDATE_NAME("updateName"),
  /** The name of a Commerce scale unit. */
  SCALE_UNIT("scaleUnit"),
  /** The id of an e-Commerce environment. */
  ECOMMERCE_ENVIRONMENT("ecommerceEnvironment"),
  /** How a backup is called in the library. */
  BACKUP_NAME("backupName"),
  /** The id of an operation that goes on. */
  ACTIVITY("activityId"),
  /** By which an e-Commerce deployment is followed. */
  DEPLOYMENT_ID("deploymentId");

  private final String id;

  StepInput(String id) {
    this.id = id;
  }

  /** The name in JSON. */
  public String id() {
    return id;
  }

  /** The input of that name, without regard to case. */
  public static Optional<StepInput> withId(String id) {
    return Arrays.stream(values()).filter(input -> input.id.equalsIgnoreCase(id)).findFirst();
  }
}
