package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection delete}. */
@Command(name = "delete", description = "Delete a stored connection and its password.")
public final class ConnectionDeleteCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  private final Shell shell;

  public ConnectionDeleteCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Console console = shell.console();
    shell.connections().get(name);
    if (!yes) {
      requireConfirmation(console);
    }
    shell.connections().delete(name);
    console.result(Map.of("deleted", name), List.of("deleted the connection '" + name + "'"));
  }

  private void requireConfirmation(Console console) {
    boolean confirmed =
        console.canAsk()
            && console
                .ask("Delete the connection '" + name + "' and its password? (yes/no)", "no")
                .matches("(?i)y(es)?");
    if (!confirmed) {
      throw Problem.of(
              ProblemCode.CONFIRMATION_MISSING, "the connection '" + name + "' was not deleted")
          .why("Deleting it has to be confirmed.")
          .fix("answer yes, or add --yes where nobody can be asked")
          .raise();
    }
  }
}
