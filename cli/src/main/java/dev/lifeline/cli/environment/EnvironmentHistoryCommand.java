package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Table;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lifeline environment history}. */
@Command(name = "history", description = "Show what was done to an environment, the latest first.")
public final class EnvironmentHistoryCommand implements Runnable {
  @Mixin private EnvironmentParameter parameter;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many operations at most; default: 20.")
  private String limit = "";

  private final Shell shell;

  public EnvironmentHistoryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    int most = Values.read("limit", limit, Values::count);
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      EnvironmentId environment = lifeline.environmentLookup().id(project, parameter.idOrName());
      List<HistoryEntry> entries = lifeline.environments().history(project, environment, most);
      shell
          .console()
          .result(
              entries.stream().map(EnvironmentView::json).toList(),
              entries.isEmpty()
                  ? List.of("nothing was done to this environment yet")
                  : table(entries).lines());
    }
  }

  private static Table table(List<HistoryEntry> entries) {
    Table table = new Table("STARTED (UTC)", "TOOK", "STATUS", "WHAT", "NAME", "ACTIVITY ID");
    for (HistoryEntry entry : entries) {
      Duration took = EnvironmentView.took(entry);
      table.row(
          EnvironmentView.minute(entry.started()),
          took == null ? EnvironmentView.shown(null) : Figures.duration(took),
          EnvironmentView.shown(entry.status()),
          EnvironmentView.shown(entry.typeDisplay() == null ? entry.type() : entry.typeDisplay()),
          EnvironmentView.shown(entry.name()),
          entry.activity() == null ? EnvironmentView.shown(null) : entry.activity().value());
    }
    return table;
  }
}
