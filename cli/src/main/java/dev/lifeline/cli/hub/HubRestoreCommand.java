package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.hub.backup.Backup;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lifeline hub restore}. */
@Command(
    name = "restore",
    description = {
      "Fill an empty database with a backup, all of it or nothing; start the hub afterwards.",
      "The hub then needs the master key that it had when the backup was made."
    })
public final class HubRestoreCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "A file that hub backup wrote.")
  private Path file;

  @Mixin private final HubOptions options = new HubOptions();

  private final Shell shell;

  public HubRestoreCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    options.check();
    HubBackupCommand.show(shell, Backup.restore(file, options.database(shell)), "restored ");
  }
}
