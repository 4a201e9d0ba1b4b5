package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Begun;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.cli.shell.WaitOptions;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Started;
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
      "It is started once, whatever happens to the answer or to this command: the same command",
      "again goes on with what it finds started. Its activity id is printed at once."
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
      description = {
        "How the operation is called in the environment's history.",
        "Needed for hq and hqonprem; LCS gives the other types no name."
      })
  private @Nullable String updateName;

  @Option(names = "--wait", description = "Follow it to its end; fail when it fails.")
  private boolean wait;

  @Option(
      names = "--dry-run",
      description = "Show what would happen and why it may fail; start nothing.")
  private boolean dryRun;

  @Mixin private WaitOptions waiting;

  private final Shell shell;

  public DeployCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    String environment = target.requireSense();
    AssetId assetId = Values.read("asset id", asset, AssetId::new);
    Patience patience = waiting.patience(OperationKind.firstOf(target.type()));
    requireName();
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      DeploymentOrder order =
          new DeploymentOrder(
              target.in(lifeline.environmentLookup().id(project, environment)),
              assetId,
              updateName);
      if (dryRun) {
        new DryRun(shell, project, order).show(lifeline.deployments().preview(project, order));
        return;
      }
      Begun begun = new Begun(shell, project);
      if (wait) {
        follow(lifeline.deployments(), begun, order, patience);
      } else {
        start(lifeline.deployments(), begun, order);
      }
    }
  }

  private void requireName() {
    if (target.type().namesItsUpdate() && (updateName == null || updateName.isBlank())) {
      throw Problem.of(ProblemCode.VALUE_MALFORMED, "the update name is blank")
          .fix("name the update with --name; the environment's history shows it")
          .raise();
    }
  }

  private void start(Deployments deployments, Begun begun, DeploymentOrder order) {
    Started started = deployments.start(begun.project(), order);
    show(started, order, started.joined() ? "Joined" : "Started");
    begun.following(started.operation()).noteHowToJoin(shell.console());
    if (started.operation().target().kind() == OperationKind.ON_PREMISES_PREPARATION) {
      shell
          .console()
          .note("when it is prepared, the same command deploys it; --wait does both in one");
    }
  }

  private void follow(
      Deployments deployments, Begun begun, DeploymentOrder order, Patience patience) {
    String status =
        begun
            .toTheEnd(
                () ->
                    deployments.run(
                        begun.project(),
                        order,
                        patience,
                        started -> begun.tell(started, step(started))))
            .status();
    show(begun.last(), order, status);
  }

  private String step(Started started) {
    return switch (started.operation().target().kind()) {
      case ON_PREMISES_PREPARATION -> "the preparation of " + title();
      case ON_PREMISES_DEPLOYMENT -> "the deployment of " + title();
      default -> title();
    };
  }

  private String title() {
    return updateName == null || updateName.isBlank()
        ? "the deployment"
        : "the update '" + updateName + "'";
  }

  private void show(Started started, DeploymentOrder order, String status) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("activityId", started.operation().activity().value());
    json.put("deploymentId", started.operation().deploymentId());
    json.put("environmentId", order.target().environment().value());
    json.put("assetId", order.asset().value());
    json.put("status", status);
    json.put("joined", started.joined());
    shell
        .console()
        .result(
            json,
            List.of(
                title().replaceFirst("^the ", "") + ": " + status,
                "activity id  " + started.operation().activity()));
  }
}
