package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lifeline operation}: shows what can be done with it. */
@Command(
    name = "operation",
    description = "Follow what was started before, here or elsewhere.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {OperationStatusCommand.class, OperationWatchCommand.class})
public final class OperationCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Shell shell;

  public OperationCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    spec.commandLine().usage(shell.host().out());
  }
}
