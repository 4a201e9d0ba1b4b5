package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.HubUpkeep;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.backup.Backup;
import dev.lifeline.hub.backup.Manifest;
import dev.lifeline.hub.backup.NewFile;
import dev.lifeline.hub.store.Database;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lifeline hub backup}. */
@Command(
    name = "backup",
    description = {
      "Write everything that a hub has into a file, which any kind of database can be restored from.",
      "With --hub URL out of a hub that runs; else out of the database. The master key is not in it."
    })
public final class HubBackupCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
  private Path file;

  @Mixin private final HubOptions options = new HubOptions();

  private final Shell shell;

  public HubBackupCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    options.check();
    NewFile target = new NewFile(file);
    Optional<HubEndpoint> hub = shell.settings().hub();
    if (hub.isPresent()) {
      Secret token = shell.settings().hubToken();
      try (HubUpkeep upkeep = shell.hubUpkeep()) {
        target.write(stream -> upkeep.backup(hub.get(), token, stream));
      }
    } else {
      try (Database database = Database.open(options.database(shell))) {
        target.write(stream -> Backup.write(database, stream, shell.host().time().instant()));
      }
    }
    show(shell, Backup.read(file), "backed up ");
  }

  static void show(Shell shell, Manifest manifest, String done) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", manifest.total());
    json.put("tables", manifest.rows().size());
    json.put("schema", manifest.schema());
    json.put("created", manifest.created());
    shell
        .console()
        .result(
            json,
            List.of(
                done + manifest.total() + " rows of " + manifest.rows().size() + " tables",
                "The master key is not in the backup: without hub.key, or LIFELINE_HUB_KEY,",
                "nobody can read the passwords in it. Keep the two apart, and keep both."));
  }
}
