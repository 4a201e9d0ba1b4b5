package dev.lifeline.core.lcs;

import dev.lifeline.core.lcs.wire.EnvelopeJson;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.OperationReport;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.StartedDeployment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls that service an environment (LCS API: servicing an environment). */
final class ServicingCalls {
  private ServicingCalls() {}

  static LcsCall<StartedDeployment> start(
      ProjectId project, DeploymentTarget target, AssetId asset, @Nullable String updateName) {
    boolean named = updateName != null && !updateName.isBlank();
    if (target.type().namesItsUpdate() && !named) {
      throw new IllegalArgumentException("an update has a name");
    }
    String does =
        named ? "start the update '" + updateName + "'" : "deploy the asset " + asset.value();
    String path = environment("applyupdate", project, target.environment());
    return LcsCall.starting(
        does,
        path + applied(target, asset, updateName),
        NotVisible.environment(project, target.environment()),
        answer -> {
          EnvelopeJson json = Operations.started(does, answer);
          return new StartedDeployment(Operations.activity(does, json), json.deploymentId());
        });
  }

  private static String applied(
      DeploymentTarget target, AssetId asset, @Nullable String updateName) {
    return switch (target.type()) {
      case HQ, HQONPREM ->
          "/asset/"
              + asset
              + "?updateName="
              + Paths.encoded(Objects.requireNonNull(updateName, "updateName"));
      case CSU -> "/commercescaleunit/" + Paths.encoded(target.requiredPart()) + "/asset/" + asset;
      case ECOM -> "/ecommerce/" + Paths.encoded(target.requiredPart()) + "/asset/" + asset;
    };
  }

  static LcsCall<ActivityId> finalizeOnPremises(
      ProjectId project, EnvironmentId environment, ActivityId preparation) {
    String does = "deploy what the operation " + preparation + " prepared";
    return LcsCall.starting(
        does,
        environment("finalizeupdate", project, environment)
            + "/preparationactivityid/"
            + preparation,
        NotVisible.environment(project, environment),
        answer -> Operations.activity(does, Operations.started(does, answer)));
  }

  static LcsCall<OperationReport> status(
      ProjectId project,
      DeploymentTarget target,
      ActivityId activity,
      @Nullable String deploymentId) {
    String does = "show the operation " + activity;
    return LcsCall.asking(
        does,
        environment("fetchstatus", project, target.environment())
            + followed(target, activity, deploymentId),
        NotVisible.environment(project, target.environment()),
        answer -> Operations.report(does, answer));
  }

  private static String followed(
      DeploymentTarget target, ActivityId activity, @Nullable String deploymentId) {
    return switch (target.type()) {
      case HQ -> "/operationactivity/" + activity;
      case HQONPREM -> "/onprem";
      case CSU -> "/commercescaleunit/" + Paths.encoded(target.requiredPart());
      case ECOM -> {
        if (deploymentId == null || deploymentId.isBlank()) {
          throw new IllegalArgumentException("an e-Commerce deployment is followed by its id");
        }
        yield "/ecommerce/"
            + Paths.encoded(target.requiredPart())
            + "/deploymentactivity/"
            + Paths.encoded(deploymentId);
      }
    };
  }

  private static String environment(String verb, ProjectId project, EnvironmentId environment) {
    return "/environment/v2/" + verb + "/project/" + project + "/environment/" + environment;
  }
}
