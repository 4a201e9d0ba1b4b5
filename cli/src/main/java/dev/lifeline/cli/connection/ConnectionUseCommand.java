package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection use}. */
@Command(name = "use", description = "Make a connection the default from now on.")
public final class ConnectionUseCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name;

  private final Shell shell;

  public ConnectionUseCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    shell.connections().use(name);
    shell
        .console()
        .result(
            new ConnectionView(shell.connections().get(name), shell.host().time().instant()).json(),
            List.of("the connection '" + name + "' is the default from now on"));
  }
}
