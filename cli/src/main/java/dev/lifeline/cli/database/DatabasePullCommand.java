package dev.lifeline.cli.database;

import dev.lifeline.cli.shell.Begun;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.WaitOptions;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.database.DatabaseMovement;
import dev.lifeline.core.database.DatabasePull;
import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.text.Figures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lifeline database pull}. */
@Command(
    name = "pull",
    description = {
      "Refresh a sandbox from another environment, export it, and download the backup.",
      "Interrupted at any step, the same command goes on where it was, for 12 hours."
    })
public final class DatabasePullCommand implements Runnable {
  @Mixin private RefreshOptions options;

  @Mixin private BackupNameOption backup;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder; default: the current one.")
  private Path folder = Path.of(".");

  @Option(names = "--overwrite", description = "Replace a file of the same name.")
  private boolean overwrite;

  @Mixin private WaitOptions waiting;

  private final Shell shell;

  public DatabasePullCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    String name = backup.name();
    Patience patience = waiting.patience(OperationKind.DATABASE_EXPORT);
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      DatabaseMovement.Refresh refresh =
          options.agreed(lifeline.environmentLookup(), project, shell.console());
      DatabasePull.Order order =
          new DatabasePull.Order(refresh, name, new FolderDownload.Destination(folder, overwrite));
      Begun begun = new Begun(shell, project);
      FolderDownload.Fetched fetched =
          begun.toTheEnd(
              () ->
                  lifeline
                      .databasePull()
                      .run(
                          project,
                          order,
                          patience,
                          started ->
                              begun.tell(
                                  started,
                                  started.operation().target().kind()
                                          == OperationKind.DATABASE_REFRESH
                                      ? "the refresh of '" + refresh.target().name() + "'"
                                      : "the export as '" + name + "'")));
      show(fetched, name);
    }
  }

  private void show(FolderDownload.Fetched fetched, String name) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("assetId", fetched.file().id());
    json.put("name", name);
    json.put("path", fetched.path().toString());
    json.put("sizeBytes", fetched.sizeBytes());
    json.put("sha256", fetched.sha256());
    shell
        .console()
        .result(
            json,
            List.of(
                "pulled '" + name + "', " + Figures.size(fetched.sizeBytes()),
                "file    " + fetched.path(),
                "sha256  " + fetched.sha256()));
  }
}
