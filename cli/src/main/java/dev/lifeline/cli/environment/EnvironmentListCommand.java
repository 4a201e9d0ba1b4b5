package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Table;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code lifeline environment list}. */
@Command(name = "list", description = "List the environments of the project, all pages of them.")
public final class EnvironmentListCommand implements Runnable {
  private final Shell shell;

  public EnvironmentListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      List<Environment> all = lifeline.environments().all(project);
      shell
          .console()
          .result(
              all.stream().map(EnvironmentView::json).toList(),
              all.isEmpty()
                  ? List.of("project " + project + " has no environment that this account may see")
                  : table(all).lines());
    }
  }

  private static Table table(List<Environment> all) {
    Table table = new Table("NAME", "TYPE", "KIND", "VERSION", "STATE", "NOW", "ENVIRONMENT ID");
    all.forEach(
        environment ->
            table.row(
                EnvironmentView.shown(environment.name()),
                EnvironmentView.shown(environment.kind().type()),
                EnvironmentView.shown(environment.kind().infrastructure()),
                EnvironmentView.version(environment),
                EnvironmentView.state(environment),
                EnvironmentView.now(environment),
                environment.id().value()));
    return table;
  }
}
