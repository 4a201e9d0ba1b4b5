package dev.lifeline.cli.database;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Table;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.DatabaseBackup;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lifeline database list}. */
@Command(name = "list", description = "List the backups of databases, the newest first.")
public final class DatabaseListCommand implements Runnable {
  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      defaultValue = "*",
      description = "Only names that fit; * stands for anything.")
  private String name = "";

  private final Shell shell;

  public DatabaseListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    UsableConnection connection = shell.connection();
    try (Lifeline lifeline = shell.lifeline(connection)) {
      List<DatabaseBackup> backups =
          lifeline.databaseBackups().named(shell.project(connection), NamePattern.of(name));
      Table table = new Table("NAME", "FILE", "CREATED (UTC)", "ASSET ID");
      backups.forEach(
          backup ->
              table.row(
                  backup.name(),
                  backup.fileName(),
                  DatabaseView.created(backup),
                  backup.id().value()));
      shell
          .console()
          .result(
              backups.stream().map(DatabaseView::json).toList(),
              backups.isEmpty() ? List.of("no database backup of that name") : table.lines());
    }
  }
}
