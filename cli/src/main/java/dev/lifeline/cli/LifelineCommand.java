package dev.lifeline.cli;

import dev.lifeline.cli.shell.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lifeline}. */
@Command(
    name = "lifeline",
    description = "Connects any pipeline to Microsoft Dynamics Lifecycle Services.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class)
public final class LifelineCommand implements Runnable {
  @Mixin final GlobalOptions options;

  @Spec private CommandSpec spec;

  LifelineCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
