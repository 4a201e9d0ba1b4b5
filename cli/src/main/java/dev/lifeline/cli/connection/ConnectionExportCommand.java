package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.exchange.ConnectionExport;
import dev.lifeline.core.exchange.ExportFormat;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection export}. */
@Command(
    name = "export",
    description = {
      "Print what creates the same connection elsewhere, with a placeholder for the password.",
      "azure-devops: the body of POST serviceendpoint/endpoints; terraform: a resource block;",
      "env: the variables of a connection from the environment."
    })
public final class ConnectionExportCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "azure-devops, terraform or env.")
  private String format = "";

  private final Shell shell;

  public ConnectionExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    ExportFormat chosen =
        ExportFormat.withId(format)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.USAGE_WRONG, "no format is called '" + format + "'")
                        .fix("use --format azure-devops, --format terraform or --format env")
                        .raise());
    SavedConnection saved = shell.connections().get(name);
    String text = ConnectionExport.text(saved.connection(), chosen);
    if (chosen == ExportFormat.AZURE_DEVOPS) {
      shell.console().document(body(text));
    } else {
      shell.console().result(Map.of("format", chosen.id(), "text", text), text.lines().toList());
    }
    if (saved.signIn() == SignInMethod.DEVICE_CODE) {
      shell
          .console()
          .note("'" + name + "' signs in by device code; elsewhere it will need a password");
    } else if (saved.signIn() == SignInMethod.HUB) {
      shell.console().note("a hub signs in for '" + name + "'; elsewhere it will need a password");
    }
  }

  private static Object body(String text) {
    return Json.read(text, Map.class)
        .orElseThrow(() -> new IllegalStateException("the exported body is not JSON"));
  }
}
