package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Table;
import dev.lifeline.core.connection.SavedConnection;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code lifeline connection list}. */
@Command(name = "list", description = "List the stored connections; never shows a password.")
public final class ConnectionListCommand implements Runnable {
  private final Shell shell;

  public ConnectionListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    List<SavedConnection> saved = shell.connections().list();
    Table table = new Table("", "NAME", "USERNAME", "LCS", "PASSWORD CHANGED");
    for (SavedConnection one : saved) {
      table.row(
          one.chosen() ? "*" : "",
          one.connection().name(),
          one.connection().username(),
          ConnectionView.place(one.connection()),
          one.passwordChanged().toString().substring(0, 10));
    }
    shell
        .console()
        .result(
            saved.stream().map(ConnectionView::json).toList(),
            saved.isEmpty()
                ? List.of(
                    "no service connection yet; make one with: lifeline connection create NAME")
                : table.lines());
  }
}
