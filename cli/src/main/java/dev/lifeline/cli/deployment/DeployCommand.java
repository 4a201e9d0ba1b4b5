package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lifeline deploy}. */
@Command(
    name = "deploy",
    description = {
      "Deploy an asset of the library to an environment.",
      "The start is sent once; its activity id is printed at once."
    })
public final class DeployCommand implements Runnable {
  @Mixin private TargetOptions target;

  @Option(
      names = "--asset",
      paramLabel = "ID",
      required = true,
      description = "The asset to deploy.")
  private String asset = "";

  @Option(
      names = "--name",
      paramLabel = "UPDATE_NAME",
      required = true,
      description = "How the operation is called in the environment's history.")
  private String updateName = "";

  @Option(names = "--wait", description = "Follow it to its end; fail when it fails.")
  private boolean wait;

  @Mixin private WaitOptions waiting;

  private final Shell shell;

  public DeployCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    String environment = target.environment();
    AssetId assetId = Values.read("asset id", asset, AssetId::new);
    Patience patience = waiting.patience();
    if (updateName.isBlank()) {
      throw Problem.of(ProblemCode.VALUE_MALFORMED, "the update name is blank")
          .fix("name the update with --name; the environment's history shows it")
          .raise();
    }
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Deployments deployments = lifeline.deployments();
      EnvironmentId environmentId = lifeline.environmentLookup().id(project, environment);
      ActivityId activity =
          deployments.start(project, new Deployments.Order(environmentId, assetId, updateName));
      Following following =
          new Following(project, environmentId, activity, shell.sameAgain(project));
      if (!wait) {
        show(following, assetId, "Started");
        following.noteHowToJoin(shell.console());
        return;
      }
      shell.console().warn("started the update '" + updateName + "': activity id " + activity);
      following.noteHowToJoin(shell.console());
      show(following, assetId, following.toTheEnd(deployments, patience).status());
    }
  }

  private void show(Following following, AssetId assetId, String status) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("activityId", following.activity().value());
    json.put("deploymentId", null);
    json.put("environmentId", following.environment().value());
    json.put("assetId", assetId.value());
    json.put("status", status);
    shell
        .console()
        .result(
            json,
            List.of(
                "update '" + updateName + "': " + status, "activity id  " + following.activity()));
  }
}
