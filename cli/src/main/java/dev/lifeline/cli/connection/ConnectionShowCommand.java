package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
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
    ConnectionView view =
        new ConnectionView(shell.connections().get(name), shell.host().time().instant());
    shell.console().result(view.json(), view.lines());
  }
}
