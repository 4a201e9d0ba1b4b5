package dev.lifeline.tasks.deployment;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.Following;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deploys an asset to an environment. */
public final class DeployTask implements Task {
  private static final Input ASSET =
      Input.of(
              "fileAssetId",
              InputType.STRING,
              "the id of the asset",
              "The asset to deploy: the output `FileAssetId` of an upload, or the id from the"
                  + " library.")
          .needed();

  private static final Input RELEASE =
      Input.of(
              "releaseName",
              InputType.STRING,
              "how the update is called",
              "Shown in the environment's history. Where it is left out, the pipeline's name and the"
                  + " run's number.")
          .otherwise("$(Release.ReleaseName)")
          .when(DeploymentInputs.TYPE, DeploymentType.HQ.id(), DeploymentType.HQONPREM.id());

  private static final Input WAIT =
      Input.of(
              "waitForCompletion",
              InputType.BOOLEAN,
              "wait until the deployment has ended",
              "A deployment takes up to many hours; a job ends after 60 minutes unless its"
                  + " `timeoutInMinutes` says otherwise. The task *LifelineWaitForOperation* joins it"
                  + " later.")
          .otherwise("true")
          .when(DeploymentInputs.TYPE, DeploymentType.HQ.id(), DeploymentType.HQONPREM.id());

  private static final Input E_COMMERCE = DeploymentInputs.eCommerce(DeploymentInputs.TYPE);

  private static final Input SCALE_UNIT = DeploymentInputs.scaleUnit(DeploymentInputs.TYPE);

  private static final TaskDefinition DEFINITION =
      new TaskDefinition(
          "AssetDeployment",
          "LifelineAssetDeploy",
          UUID.fromString("baa64e75-e677-4add-b34d-224be185a7f5"),
          new Version(4, 0, 0),
          new TaskDefinition.Words(
              "LCS Asset Deployment (Lifeline)",
              "Deploy to the LCS environment $(environmentId)",
              "Deploys an asset of the library to an LCS environment.",
              "Takes the inputs of Microsoft's LCSAssetDeploy@4 and gives its output, on Linux, macOS"
                  + " and Windows agents. A deployment is started once: when nobody knows whether it"
                  + " was started, the task fails and says so."),
          List.of(
              SharedInputs.CONNECTION,
              SharedInputs.PROJECT,
              SharedInputs.ENVIRONMENT,
              ASSET,
              DeploymentInputs.TYPE,
              RELEASE,
              WAIT,
              E_COMMERCE,
              SCALE_UNIT),
          List.of(Following.ACTIVITY_ID, Following.DEPLOYMENT_ID));

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().value(SharedInputs.PROJECT, ProjectId::of);
    String environment = run.inputs().required(SharedInputs.ENVIRONMENT);
    AssetId asset = run.inputs().value(ASSET, AssetId::new);
    DeploymentType type =
        DeploymentType.withId(run.inputs().choice(DeploymentInputs.TYPE)).orElseThrow();
    String part =
        run.inputs().text(E_COMMERCE).or(() -> run.inputs().text(SCALE_UNIT)).orElse(null);
    String release = releaseName(run, type);
    boolean wait = run.inputs().flag(WAIT);
    Patience patience = run.patience(Patience.of(OperationKind.firstOf(type)));
    UsableConnection connection = run.connection();
    try (Lifeline lifeline = run.lifeline(connection)) {
      EnvironmentId id = lifeline.environmentLookup().id(project, environment);
      DeploymentOrder order =
          new DeploymentOrder(new DeploymentTarget(type, id, part), asset, release);
      tell(run, project, environment, order);
      deploy(run, lifeline.deployments(), new Orders(project, order, wait ? patience : null));
    }
  }

  /**
   * What is to be done.
   *
   * @param patience null when nobody waits
   */
  private record Orders(ProjectId project, DeploymentOrder order, @Nullable Patience patience) {}

  private static void deploy(TaskRun run, Deployments deployments, Orders orders) {
    Following following = new Following(run);
    Patience patience = orders.patience();
    if (patience == null) {
      Started started = deployments.start(orders.project(), orders.order());
      following.tell(started, title(orders.order(), started));
      if (started.operation().target().kind() == OperationKind.ON_PREMISES_PREPARATION) {
        run.log().warning("only prepared: when that has ended, the same task again deploys it");
      }
      return;
    }
    following.toTheEnd(
        () ->
            deployments.run(
                orders.project(),
                orders.order(),
                patience,
                started -> following.tell(started, title(orders.order(), started))));
  }

  private static String title(DeploymentOrder order, Started started) {
    String name =
        order.updateName() == null ? "the deployment" : "the update '" + order.updateName() + "'";
    return started.operation().target().kind() == OperationKind.ON_PREMISES_PREPARATION
        ? "the preparation of " + name
        : name;
  }

  private static void tell(
      TaskRun run, ProjectId project, String environment, DeploymentOrder order) {
    run.summary()
        .fact("Project", project)
        .fact("Environment", environment)
        .fact("Kind", order.target().type().id())
        .fact("Asset id", order.asset());
    if (order.target().part() != null) {
      run.summary().fact("Part", order.target().part());
    }
    if (order.updateName() != null) {
      run.summary().fact("Update", order.updateName());
    }
  }

  /** A classic release has a name; a YAML run leaves the macro as it is. */
  private static @Nullable String releaseName(TaskRun run, DeploymentType type) {
    if (!type.namesItsUpdate()) {
      return null;
    }
    return run.inputs()
        .text(RELEASE)
        .or(() -> run.host().runName())
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.INPUT_MISSING, "the input 'releaseName' is missing")
                    .why("This run has no name from which one could be made.")
                    .fix("give releaseName: " + RELEASE.label())
                    .raise());
  }
}
