package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lifeline asset}: shows what can be done with it. */
@Command(
    name = "asset",
    description = "Upload to and download from the asset library, and look after it.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AssetCheckCommand.class,
      AssetUploadCommand.class,
      AssetDownloadCommand.class,
      AssetListCommand.class,
      AssetShowCommand.class,
      AssetWaitCommand.class,
      AssetDeleteCommand.class,
      AssetTypesCommand.class
    })
public final class AssetCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Shell shell;

  public AssetCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    spec.commandLine().usage(shell.host().out());
  }
}
