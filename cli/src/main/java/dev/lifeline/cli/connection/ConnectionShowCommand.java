package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.SavedConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection show}. */
@Command(name = "show", description = "Show a stored connection; never its password.")
public final class ConnectionShowCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name;

  private final Shell shell;

  public ConnectionShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    SavedConnection saved = shell.connections().get(name);
    shell.console().result(ConnectionView.json(saved), ConnectionView.lines(saved));
  }
}
