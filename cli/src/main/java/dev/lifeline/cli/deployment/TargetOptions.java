package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.EnvironmentOption;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is deployed to, and with what type of deployment. */
final class TargetOptions {
  @Mixin private EnvironmentOption environment;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "hq",
      description = {
        "The deployment type: hq, a finance and operations package (the default);",
        "hqonprem, the same on-premises; csu, a Commerce scale unit extension;",
        "ecom, an e-Commerce package."
      })
  private String type = "";

  @Mixin private PartOptions part;

  /**
   * The deployment type.
   *
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG for one that does not exist
   */
  DeploymentType type() {
    return DeploymentType.withId(type)
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.USAGE_WRONG, "no deployment type is called '" + type + "'")
                    .fix(
                        "use one of "
                            + Arrays.stream(DeploymentType.values())
                                .map(DeploymentType::id)
                                .collect(Collectors.joining(", ")))
                    .raise());
  }

  /**
   * Refuses what cannot be meant, before anything is sent.
   *
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG, VALUE_MALFORMED
   */
  String requireSense() {
    part.of(type());
    return environment.idOrName();
  }

  DeploymentTarget in(EnvironmentId id) {
    return new DeploymentTarget(type(), id, part.of(type()));
  }
}
