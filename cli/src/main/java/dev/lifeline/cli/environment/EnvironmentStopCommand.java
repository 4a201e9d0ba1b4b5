package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline environment stop}. */
@Command(
    name = "stop",
    description = {
      "Stop a customer-managed environment.",
      "Its users lose their connection.",
      "It goes on in LCS; its activity id is printed at once."
    })
public final class EnvironmentStopCommand implements Runnable {
  @Mixin private EnvironmentParameter parameter;

  private final Shell shell;

  public EnvironmentStopCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Environment environment = lifeline.environments().one(project, parameter.idOrName());
      ActivityId activity = lifeline.environmentPower().stop(project, environment);
      new PowerView(environment, activity).show(shell, project, "stop");
    }
  }
}
