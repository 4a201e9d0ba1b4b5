package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.exchange.ConnectionImport;
import dev.lifeline.core.exchange.ImportFormat;
import dev.lifeline.core.exchange.ImportedConnection;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection import}. */
@Command(
    name = "import",
    description = {
      "Take a connection over from a file of another tool, prove it, and keep it.",
      "Other options say what the file leaves out, or replace what it says."
    })
public final class ConnectionImportCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "The file to read.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description =
          "d365fo-tools: its LCS API configuration; azure-devops: a service endpoint's JSON.")
  private String format = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The service connection name; default: the one in the file.")
  private @Nullable String name;

  @Mixin private FieldOptions fields;

  @Mixin private SignInOption signIn;

  @Mixin private StorageOption storage;

  @Option(names = "--no-verify", description = "Keep it without proving it.")
  private boolean noVerify;

  private final Shell shell;

  public ConnectionImportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    ImportFormat chosen =
        ImportFormat.withId(format)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.USAGE_WRONG, "no format is called '" + format + "'")
                        .fix("use --format d365fo-tools or --format azure-devops")
                        .raise());
    SignInMethod method = signIn.chosen();
    @Nullable SecretStorage place = storage.chosen();
    ImportedConnection imported = ConnectionImport.read(TextFile.read(file), chosen, name);
    ServiceConnection connection = fields.over(imported.fields()).toConnection();
    shell.connections().requireFree(connection.name());
    imported.notes().forEach(shell.console()::note);
    Trial trial = trial(connection, method, imported.password());
    new Keeper(shell, !noVerify).create(trial, place);
  }

  /** What is named on the command line goes before what the file holds. */
  private Trial trial(
      ServiceConnection connection, @Nullable SignInMethod method, @Nullable Secret inFile) {
    if (inFile != null && method != SignInMethod.DEVICE_CODE && !signIn.password().areGiven()) {
      return Trial.of(connection, new Credential.Password(inFile));
    }
    return new CredentialSource(shell, signIn.password())
        .trial(connection, method == null ? SignInMethod.PASSWORD : method);
  }
}
