package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.EnvironmentOption;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.lookup.EnvironmentLookup;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.ServicingTarget;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which operation is meant, started here or anywhere. */
final class OperationOptions {
  @Parameters(
      paramLabel = "ACTIVITY_ID",
      description = "The activity id that the start of the operation printed.")
  private String activity = "";

  @Mixin private EnvironmentOption environment;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "hq",
      description = {
        "What kind of operation it is: hq (the default), hqonprem-preparation, hqonprem, csu,",
        "ecom; refresh or export of a database; start or stop of an environment."
      })
  private String type = "";

  @Mixin private PartOptions part;

  @Option(
      names = "--deployment-id",
      paramLabel = "ID",
      description = "For type ecom: the deployment id that the start printed.")
  private @Nullable String deploymentId;

  /**
   * The kind of operation.
   *
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG for one that does not exist
   */
  OperationKind kind() {
    return OperationKind.withId(type)
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.USAGE_WRONG, "no kind of operation is called '" + type + "'")
                    .fix(
                        "use one of "
                            + Arrays.stream(OperationKind.values())
                                .map(OperationKind::id)
                                .collect(Collectors.joining(", ")))
                    .raise());
  }

  /**
   * Refuses what cannot be meant, before anything is sent.
   *
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG, VALUE_MALFORMED
   */
  void requireSense() {
    activityId();
    environment.idOrName();
    part.of(kind().deployment().orElse(null));
  }

  /** The operation that is meant; asks LCS when the environment is given by its name. */
  Operation find(EnvironmentLookup environments, ProjectId project) {
    EnvironmentId id = environments.id(project, environment.idOrName());
    return new Operation(
        new ServicingTarget(project, id, kind(), part.of(kind().deployment().orElse(null))),
        activityId(),
        deploymentId);
  }

  private ActivityId activityId() {
    return Values.read("activity id", activity, ActivityId::new);
  }
}
