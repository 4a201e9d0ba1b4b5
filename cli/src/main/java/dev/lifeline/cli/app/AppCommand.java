package dev.lifeline.cli.app;

import dev.lifeline.cli.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lifeline app}: shows what can be done with it. */
@Command(
    name = "app",
    description = "Make, check and explain the application registration in Entra ID.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AppGuideCommand.class, AppCheckCommand.class, AppRegisterCommand.class})
public final class AppCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Shell shell;

  public AppCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    spec.commandLine().usage(shell.host().out());
  }
}
