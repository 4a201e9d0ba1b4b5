package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.OperationView;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.Sight;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline operation status}. */
@Command(name = "status", description = "Show where an operation stands now.")
public final class OperationStatusCommand implements Runnable {
  @Mixin private OperationOptions options;

  private final Shell shell;

  public OperationStatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    options.requireSense();
    UsableConnection connection = shell.connection();
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Operation operation = options.find(lifeline.environmentLookup(), shell.project(connection));
      Sight sight = lifeline.servicing().look(operation);
      shell
          .console()
          .result(
              OperationView.json(operation, sight.state(), sight.step()),
              List.of(OperationView.line(operation, sight.state(), sight.step())));
    }
  }
}
