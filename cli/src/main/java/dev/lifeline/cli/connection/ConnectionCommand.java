package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lifeline connection}: shows what can be done with it. */
@Command(
    name = "connection",
    description = "Describe, prove and choose service connections.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ConnectionCreateCommand.class,
      ConnectionAddCommand.class,
      ConnectionListCommand.class,
      ConnectionShowCommand.class,
      ConnectionUpdateCommand.class,
      ConnectionVerifyCommand.class,
      ConnectionRotateCommand.class,
      ConnectionUseCommand.class,
      ConnectionExportCommand.class,
      ConnectionImportCommand.class,
      ConnectionDeleteCommand.class
    })
public final class ConnectionCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Shell shell;

  public ConnectionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    spec.commandLine().usage(shell.host().out());
  }
}
