package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline operation watch}. */
@Command(
    name = "watch",
    description = "Follow an operation to its end; fails when the operation fails.")
public final class OperationWatchCommand implements Runnable {
  @Mixin private OperationOptions operation;

  @Mixin private WaitOptions waiting;

  private final Shell shell;

  public OperationWatchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    String wanted = operation.environment();
    ActivityId activity = operation.activity();
    Patience patience = waiting.patience();
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Deployments deployments = lifeline.deployments();
      EnvironmentId environment = lifeline.environmentLookup().id(project, wanted);
      OperationState end =
          new Following(project, environment, activity, shell.sameAgain(project))
              .toTheEnd(deployments, patience);
      shell
          .console()
          .result(
              OperationView.json(activity, environment, end),
              List.of(OperationView.line(activity, end)));
    }
  }
}
