package dev.lifeline.core.servicing;

import dev.lifeline.core.operation.OperationKind;

/** The command with which anybody follows an operation, from any machine. */
public final class JoinCommand {
  private JoinCommand() {}

  /** The command, without what says which project over which connection. */
  public static String of(Operation operation) {
    ServicingTarget target = operation.target();
    String type = target.kind() == OperationKind.HQ ? "" : " --type " + target.kind().id();
    String deployment = operation.deploymentId();
    return "lifeline operation watch "
        + operation.activity()
        + " --environment "
        + target.environment()
        + type
        + part(target)
        + (deployment == null ? "" : " --deployment-id " + word(deployment));
  }

  private static String part(ServicingTarget target) {
    String part = target.part();
    if (part == null) {
      return "";
    }
    String option = target.kind() == OperationKind.CSU ? "--scale-unit" : "--ecommerce-environment";
    return " " + option + " " + word(part);
  }

  /** A name as one word of a command line that can be pasted. */
  private static String word(String name) {
    return name.matches("[\\w.@-]+") ? name : "\"" + name + "\"";
  }
}
