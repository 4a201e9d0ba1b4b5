package dev.lifeline.tasks.deployment;

import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;

/** Inputs that the tasks for deployments share. */
final class DeploymentInputs {
  static final String HQ = "hq";
  static final String HQ_ON_PREMISES = "hqonprem";
  static final String SCALE_UNIT = "csu";
  static final String E_COMMERCE = "ecom";

  /** What is deployed to. */
  static final Input TYPE =
      Input.of(
              "deploymentType",
              InputType.PICK_LIST,
              "the kind of deployment",
              "What the package is for.")
          .oneOf(
              new Choice(HQ, "Finance and operations, cloud"),
              new Choice(HQ_ON_PREMISES, "Finance and operations, on-premises"),
              new Choice(SCALE_UNIT, "Commerce scale unit"),
              new Choice(E_COMMERCE, "e-Commerce"))
          .otherwise(HQ)
          .needed();

  private DeploymentInputs() {}
}
