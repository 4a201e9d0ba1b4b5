package dev.lifeline.cli.pipeline;

import dev.lifeline.cli.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lifeline pipeline}: shows what can be done with it. */
@Command(
    name = "pipeline",
    description = "Check an azure-pipelines.yml, or run its LCS steps here.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PipelineCheckCommand.class, PipelineRunCommand.class})
public final class PipelineCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Shell shell;

  public PipelineCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    spec.commandLine().usage(shell.host().out());
  }
}
