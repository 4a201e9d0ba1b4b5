package dev.lifeline.cli.deployment;

import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The part of an environment that is serviced, for the deployment types of which it is a part. */
final class PartOptions {
  private static final String SCALE_UNIT = "--scale-unit";
  private static final String E_COMMERCE = "--ecommerce-environment";

  @Option(
      names = SCALE_UNIT,
      paramLabel = "NAME",
      description = "For type csu: the name of the Commerce scale unit.")
  private @Nullable String scaleUnit;

  @Option(
      names = E_COMMERCE,
      paramLabel = "ID",
      description = "For type ecom: the id of the e-Commerce environment.")
  private @Nullable String eCommerceEnvironment;

  /**
   * The part that is meant; null where there is none.
   *
   * @param type null for what is no deployment
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG when one is missing, or given
   *     where it means nothing
   */
  @Nullable String of(@Nullable DeploymentType type) {
    requireMeaning(SCALE_UNIT, scaleUnit, DeploymentType.CSU, type);
    requireMeaning(E_COMMERCE, eCommerceEnvironment, DeploymentType.ECOM, type);
    return scaleUnit == null ? eCommerceEnvironment : scaleUnit;
  }

  private static void requireMeaning(
      String option, @Nullable String value, DeploymentType its, @Nullable DeploymentType type) {
    boolean given = value != null && !value.isBlank();
    if (given != (type == its)) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG,
              given
                  ? option + " means something with --type " + its.id() + " only"
                  : "--type " + its.id() + " needs " + option)
          .fix(given ? "leave it out, or add --type " + its.id() : "add " + option)
          .raise();
    }
  }
}
