package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.deployment.DeploymentType;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which operation is meant. */
final class OperationOptions {
  @Parameters(
      paramLabel = "ACTIVITY_ID",
      description = "The activity id that the start of the operation printed.")
  private String activity;

  @Option(
      names = "--environment",
      paramLabel = "ID|NAME",
      required = true,
      description = "The environment that is serviced.")
  private String environment = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "hq",
      description = "The deployment type: hq.")
  private String type = "";

  ActivityId activity() {
    requireType(type);
    return Values.read("activity id", activity, ActivityId::new);
  }

  String environment() {
    return environment;
  }

  static void requireType(String type) {
    if (DeploymentType.withId(type).isEmpty()) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "no deployment type is called '" + type + "'")
          .why("This version deploys finance and operations packages to cloud environments.")
          .fix("use --type " + DeploymentType.HQ.id() + ", or leave it out")
          .raise();
    }
  }

  /** Says what goes on in LCS without the command, and how to follow it again. */
  static void noteHowToJoin(Shell shell, String joinCommand) {
    shell.console().note("it goes on in LCS whatever happens here; follow it again with:");
    shell.console().note("  " + joinCommand);
  }
}
