package dev.lifeline.cli.database;

import dev.lifeline.cli.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lifeline database}: shows what can be done with it. */
@Command(
    name = "database",
    description = "Refresh and export databases; see the backups, and download them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DatabaseListCommand.class,
      DatabaseDownloadCommand.class,
      DatabaseExportCommand.class,
      DatabaseRefreshCommand.class,
      DatabasePullCommand.class
    })
public final class DatabaseCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Shell shell;

  public DatabaseCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    spec.commandLine().usage(shell.host().out());
  }
}
