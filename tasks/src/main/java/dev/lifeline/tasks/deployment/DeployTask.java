package dev.lifeline.tasks.deployment;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.Output;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.util.List;
import java.util.UUID;

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
          .when(DeploymentInputs.TYPE, DeploymentInputs.HQ, DeploymentInputs.HQ_ON_PREMISES);

  private static final Input WAIT =
      Input.of(
              "waitForCompletion",
              InputType.BOOLEAN,
              "wait until the deployment has ended",
              "A deployment takes up to many hours; a job ends after 60 minutes unless its"
                  + " `timeoutInMinutes` says otherwise. The task *LifelineWaitForOperation* joins it"
                  + " later.")
          .otherwise("true")
          .when(DeploymentInputs.TYPE, DeploymentInputs.HQ, DeploymentInputs.HQ_ON_PREMISES);

  private static final Input E_COMMERCE =
      Input.of(
              "ecommerceEnvironmentId",
              InputType.STRING,
              "the id of the e-Commerce environment",
              "From the e-Commerce page of the environment in the LCS portal.")
          .when(DeploymentInputs.TYPE, DeploymentInputs.E_COMMERCE)
          .needed();

  private static final Input SCALE_UNIT =
      Input.of(
              "scaleUnitName",
              InputType.STRING,
              "the name of the scale unit",
              "The Commerce scale unit of the environment.")
          .when(DeploymentInputs.TYPE, DeploymentInputs.SCALE_UNIT)
          .needed();

  private static final Output ACTIVITY_ID =
      new Output("ActivityId", "The activity id of the deployment, as soon as it was started.");

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
          List.of(ACTIVITY_ID));

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().value(SharedInputs.PROJECT, ProjectId::of);
    String environment = run.inputs().required(SharedInputs.ENVIRONMENT);
    AssetId asset = run.inputs().value(ASSET, AssetId::new);
    String type = run.inputs().choice(DeploymentInputs.TYPE);
    String release = releaseName(run);
    boolean wait = run.inputs().flag(WAIT);
    Patience patience = run.patience(Patience.DEPLOYMENT);
    UsableConnection connection = run.connection();
    try (Lifeline lifeline = run.lifeline(connection)) {
      Deployments deployments = lifeline.deployments();
      EnvironmentId id = lifeline.environmentLookup().id(project, environment);
      run.summary()
          .fact("Project", project)
          .fact("Environment", environment)
          .fact("Kind", type)
          .fact("Asset id", asset)
          .fact("Update", release);
      ActivityId activity = deployments.start(project, new Deployments.Order(id, asset, release));
      run.results().output(ACTIVITY_ID.name(), activity.value());
      run.summary().fact("Activity id", activity).fact("State", "started");
      run.log().line("started the update '" + release + "': activity id " + activity);
      Operation operation = new Operation(run, project, id, activity);
      operation.tellHowToJoin();
      if (wait) {
        operation.toTheEnd(deployments, patience);
      }
    }
  }

  /** A classic release has a name; a YAML run leaves the macro as it is. */
  private static String releaseName(TaskRun run) {
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
