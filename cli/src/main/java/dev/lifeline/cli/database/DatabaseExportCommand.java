package dev.lifeline.cli.database;

import dev.lifeline.cli.shell.EnvironmentOption;
import dev.lifeline.cli.shell.ServicingRun;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.WaitOptions;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lifeline database export}. */
@Command(
    name = "export",
    description = {
      "Export the database of a sandbox into the project's library, as a backup.",
      "LCS takes three refreshes and exports of an environment in 24 hours."
    })
public final class DatabaseExportCommand implements Runnable {
  @Mixin private EnvironmentOption environment;

  @Mixin private BackupNameOption backup;

  @Option(names = "--wait", description = "Follow it to its end; fail when it fails.")
  private boolean wait;

  @Mixin private WaitOptions waiting;

  private final Shell shell;

  public DatabaseExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    String name = backup.name();
    String idOrName = environment.idOrName();
    Patience patience = waiting.patience(OperationKind.DATABASE_EXPORT);
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Environment found = lifeline.environmentLookup().environment(project, idOrName);
      ServicingRun run = new ServicingRun(shell, lifeline.servicing(), project);
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("backupName", name);
      run.show(
          () -> lifeline.databaseMovement().export(project, found, name, wait),
          "the export of '" + found.name() + "' as '" + name + "'",
          wait ? patience : null,
          json);
    }
  }
}
