package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline operation status}. */
@Command(name = "status", description = "Show where an operation stands now.")
public final class OperationStatusCommand implements Runnable {
  @Mixin private OperationOptions operation;

  private final Shell shell;

  public OperationStatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    String wanted = operation.environment();
    ActivityId activity = operation.activity();
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Deployments deployments = lifeline.deployments();
      EnvironmentId environment = lifeline.environmentLookup().id(project, wanted);
      OperationState state = deployments.state(project, environment, activity);
      shell
          .console()
          .result(
              OperationView.json(activity, environment, state),
              List.of(OperationView.line(activity, state)));
    }
  }
}
