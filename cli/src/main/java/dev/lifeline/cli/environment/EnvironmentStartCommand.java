package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.ServicingRun;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.WaitOptions;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Option(names = "--wait", description = "Follow it to its end; fail when it fails.")
  private boolean wait;

  @Mixin private WaitOptions waiting;

  private final Shell shell;

  public EnvironmentStartCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Patience patience = waiting.patience(OperationKind.START);
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Environment environment = lifeline.environments().one(project, parameter.idOrName());
      new ServicingRun(shell, lifeline.servicing(), project)
          .show(
              () -> lifeline.environmentPower().start(project, environment, wait),
              "the start of the environment '" + environment.name() + "'",
              wait ? patience : null,
              Map.of("environmentName", environment.name()));
    }
  }
}
