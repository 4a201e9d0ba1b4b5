package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline environment show}. */
@Command(
    name = "show",
    description = "Show an environment: what it is, what runs in it, its state.")
public final class EnvironmentShowCommand implements Runnable {
  @Mixin private EnvironmentParameter parameter;

  private final Shell shell;

  public EnvironmentShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    UsableConnection connection = shell.connection();
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Environment environment =
          lifeline.environments().one(shell.project(connection), parameter.idOrName());
      shell.console().result(EnvironmentView.json(environment), EnvironmentView.lines(environment));
    }
  }
}
