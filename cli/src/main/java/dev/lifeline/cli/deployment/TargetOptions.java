package dev.lifeline.cli.deployment;

import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import picocli.CommandLine.Option;

/** What is serviced, and with what kind of deployment. */
final class TargetOptions {
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
      description = "The deployment type: hq, a finance and operations package.")
  private String type = "";

  /**
   * The environment, by id or by name.
   *
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG for a type that does not exist
   */
  String environment() {
    if (DeploymentType.withId(type).filter(DeploymentType.HQ::equals).isEmpty()) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "no deployment type is called '" + type + "'")
          .why("This version deploys finance and operations packages to cloud environments.")
          .fix("use --type " + DeploymentType.HQ.id() + ", or leave it out")
          .raise();
    }
    return environment;
  }
}
