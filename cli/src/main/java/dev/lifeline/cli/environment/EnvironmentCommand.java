package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lifeline environment}: shows what can be done with it. */
@Command(
    name = "environment",
    description = "See environments, start and stop them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EnvironmentListCommand.class,
      EnvironmentShowCommand.class,
      EnvironmentHistoryCommand.class,
      EnvironmentStartCommand.class,
      EnvironmentStopCommand.class,
      EnvironmentRsatCertificateCommand.class
    })
public final class EnvironmentCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Shell shell;

  public EnvironmentCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    spec.commandLine().usage(shell.host().out());
  }
}
