package dev.lifeline.tasks.run;

import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;

/** Inputs that several tasks have. */
public final class SharedInputs {
  /** The connection. */
  public static final Input CONNECTION =
      Input.of(
              "serviceConnectionName",
              InputType.CONNECTION,
              "the service connection for Lifecycle Services",
              "A service connection of the type *Dynamics Lifecycle Services*. Outside of Azure"
                  + " Pipelines, the name of a stored connection; the `LIFELINE_` variables do as"
                  + " well.")
          .needed();

  /** The project. */
  public static final Input PROJECT =
      Input.of(
              "projectId",
              InputType.STRING,
              "the id of the LCS project",
              "The number in the address of the project in the LCS portal.")
          .needed();

  /** The environment. */
  public static final Input ENVIRONMENT =
      Input.of(
              "environmentId",
              InputType.STRING,
              "the id of the environment",
              "The environment's id, from its page in the LCS portal. Its whole name does as well.")
          .needed();

  private SharedInputs() {}

  /** The asset types of the asset library, by the values of Microsoft's tasks. */
  public static Choice[] assetTypes() {
    return new Choice[] {
      new Choice("1", "Model"),
      new Choice("4", "Process data package"),
      new Choice("10", "Software deployable package"),
      new Choice("12", "GER configuration"),
      new Choice("15", "Data package"),
      new Choice("19", "Power BI report model"),
      new Choice("26", "e-Commerce package"),
      new Choice("27", "NuGet package"),
      new Choice("28", "Retail self-service package"),
      new Choice("29", "Commerce cloud scale unit extension")
    };
  }
}
