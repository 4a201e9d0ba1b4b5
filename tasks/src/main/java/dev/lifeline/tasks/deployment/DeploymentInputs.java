package dev.lifeline.tasks.deployment;

import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import java.util.Arrays;

/** Inputs that the tasks for deployments share. */
final class DeploymentInputs {
  /** What is deployed. */
  static final Input TYPE =
      Input.of(
              "deploymentType",
              InputType.PICK_LIST,
              "the kind of deployment",
              "What the package is for.")
          .oneOf(
              Arrays.stream(DeploymentType.values())
                  .map(DeploymentInputs::choice)
                  .toArray(Choice[]::new))
          .otherwise(DeploymentType.HQ.id())
          .needed();

  /** What was started. */
  static final Input OPERATION =
      Input.of(
              "operationType",
              InputType.PICK_LIST,
              "the kind of operation",
              "What was started: a deployment by its type, or another operation.")
          .oneOf(
              Arrays.stream(OperationKind.values())
                  .map(DeploymentInputs::choice)
                  .toArray(Choice[]::new))
          .otherwise(OperationKind.HQ.id())
          .needed();

  private DeploymentInputs() {}

  /** The e-Commerce environment, where another input says that it is one. */
  static Input eCommerce(Input type) {
    return Input.of(
            "ecommerceEnvironmentId",
            InputType.STRING,
            "the id of the e-Commerce environment",
            "From the e-Commerce page of the environment in the LCS portal.")
        .when(type, DeploymentType.ECOM.id())
        .needed();
  }

  /** The scale unit, where another input says that it is one. */
  static Input scaleUnit(Input type) {
    return Input.of(
            "scaleUnitName",
            InputType.STRING,
            "the name of the scale unit",
            "The Commerce scale unit of the environment.")
        .when(type, DeploymentType.CSU.id())
        .needed();
  }

  private static Choice choice(DeploymentType type) {
    return new Choice(
        type.id(),
        switch (type) {
          case HQ -> "Finance and operations, cloud";
          case HQONPREM -> "Finance and operations, on-premises";
          case CSU -> "Commerce scale unit";
          case ECOM -> "e-Commerce";
        });
  }

  private static Choice choice(OperationKind kind) {
    return new Choice(
        kind.id(),
        switch (kind) {
          case HQ -> "Deployment, cloud";
          case ON_PREMISES_PREPARATION -> "Deployment, on-premises, first step";
          case ON_PREMISES_DEPLOYMENT -> "Deployment, on-premises, second step";
          case CSU -> "Deployment to a Commerce scale unit";
          case ECOM -> "Deployment of e-Commerce";
          case DATABASE_REFRESH -> "Refresh of a database";
          case DATABASE_EXPORT -> "Export of a database";
          case START -> "Start of an environment";
          case STOP -> "Stop of an environment";
        });
  }
}
