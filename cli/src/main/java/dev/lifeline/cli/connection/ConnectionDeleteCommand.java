package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.YesOption;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection delete}. */
@Command(name = "delete", description = "Delete a stored connection and its password.")
public final class ConnectionDeleteCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name;

  @Mixin private YesOption yes;

  private final Shell shell;

  public ConnectionDeleteCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    shell.connections().get(name);
    yes.require(
        shell.console(),
        "Delete the connection '" + name + "' and its password?",
        "the connection '" + name + "' was not deleted");
    shell.connections().delete(name);
    shell
        .console()
        .result(Map.of("deleted", name), List.of("deleted the connection '" + name + "'"));
  }
}
