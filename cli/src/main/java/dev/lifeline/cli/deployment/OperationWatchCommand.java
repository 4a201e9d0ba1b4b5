package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Following;
import dev.lifeline.cli.shell.OperationView;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.WaitOptions;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.servicing.Operation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline operation watch}. */
@Command(
    name = "watch",
    description = {
      "Follow an operation to its end; fails when the operation fails.",
      "Any machine can follow what was started anywhere: the ids are enough."
    })
public final class OperationWatchCommand implements Runnable {
  @Mixin private OperationOptions options;

  @Mixin private WaitOptions waiting;

  private final Shell shell;

  public OperationWatchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    options.requireSense();
    Patience patience = waiting.patience(options.kind());
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Operation operation = options.find(lifeline.environmentLookup(), project);
      OperationState end = follow(lifeline, operation, patience);
      shell
          .console()
          .result(
              OperationView.json(operation, end, null),
              List.of(OperationView.line(operation, end, null)));
    }
  }

  private OperationState follow(Lifeline lifeline, Operation operation, Patience patience) {
    try {
      return lifeline.servicing().follow(operation, patience);
    } catch (LifelineException e) {
      ProjectId project = operation.target().project();
      throw new Following(operation, shell.sameAgain(project)).withWayBack(e);
    }
  }
}
