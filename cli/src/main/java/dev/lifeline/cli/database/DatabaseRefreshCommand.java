package dev.lifeline.cli.database;

import dev.lifeline.cli.shell.ServicingRun;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.WaitOptions;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.database.DatabaseMovement;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lifeline database refresh}. */
@Command(
    name = "refresh",
    description = {
      "Overwrite the database of a sandbox with that of another environment.",
      "On a terminal it asks first; elsewhere it needs --yes. LCS takes three refreshes and",
      "exports of an environment in 24 hours."
    })
public final class DatabaseRefreshCommand implements Runnable {
  @Mixin private RefreshOptions options;

  @Option(names = "--wait", description = "Follow it to its end; fail when it fails.")
  private boolean wait;

  @Mixin private WaitOptions waiting;

  private final Shell shell;

  public DatabaseRefreshCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Patience patience = waiting.patience(OperationKind.DATABASE_REFRESH);
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      DatabaseMovement.Refresh refresh =
          options.agreed(lifeline.environmentLookup(), project, shell.console());
      ServicingRun run = new ServicingRun(shell, lifeline.servicing(), project);
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("sourceEnvironmentId", refresh.source().id().value());
      run.show(
          () -> lifeline.databaseMovement().refresh(project, refresh, wait),
          "the refresh of '" + refresh.target().name() + "'",
          wait ? patience : null,
          json);
    }
  }
}
