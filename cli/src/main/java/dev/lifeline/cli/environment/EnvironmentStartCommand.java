package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline environment start}. */
@Command(
    name = "start",
    description = {
      "Start a customer-managed environment.",
      "One that is started already stays so.",
      "It goes on in LCS; its activity id is printed at once."
    })
public final class EnvironmentStartCommand implements Runnable {
  @Mixin private EnvironmentParameter parameter;

  private final Shell shell;

  public EnvironmentStartCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Environment environment = lifeline.environments().one(project, parameter.idOrName());
      ActivityId activity = lifeline.environmentPower().start(project, environment);
      new PowerView(environment, activity).show(shell, project, "start");
    }
  }
}
