package dev.lifeline.hub.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a step can be: its name, what it must be told, what it may be told. */
public enum StepKind {
  /** Deploys an asset to an environment. */
  DEPLOY("deploy", "environment asset", "type updateName scaleUnit ecommerceEnvironment"),
  /** Overwrites an environment's database with that of another. */
  REFRESH_DATABASE("refresh-database", "source environment", ""),
  /** Exports an environment's database into the library. */
  EXPORT_DATABASE("export-database", "environment backupName", ""),
  /** Starts an environment. */
  START_ENVIRONMENT("start-environment", "environment", ""),
  /** Stops an environment. */
  STOP_ENVIRONMENT("stop-environment", "environment", ""),
  /** Stops an environment, then starts it. */
  RESTART_ENVIRONMENT("restart-environment", "environment", ""),
  /** Follows an operation that was started elsewhere. */
  WAIT_FOR_OPERATION(
      "wait-for-operation",
      "environment activityId",
      "type scaleUnit ecommerceEnvironment deploymentId"),
  /** Waits until LCS has validated an asset. */
  WAIT_FOR_VALIDATION("wait-for-validation", "asset", "");

  private final String id;
  private final String required;
  private final String optional;

  StepKind(String id, String required, String optional) {
    this.id = id;
    this.required = required;
    this.optional = optional;
  }

  /** The name in JSON. */
  public String id() {
    return id;
  }

  /** What it must be told. */
  public List<StepInput> required() {
    return inputs(required);
  }

  /** What it may be told besides. */
  public List<StepInput> optional() {
    return inputs(optional);
  }

  /** The kind of that name, without regard to case. */
  public static Optional<StepKind> withId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equalsIgnoreCase(id)).findFirst();
  }

  private static List<StepInput> inputs(String names) {
    return Arrays.stream(names.split(" ", -1))
        .flatMap(name -> StepInput.withId(name).stream())
        .toList();
  }
}
