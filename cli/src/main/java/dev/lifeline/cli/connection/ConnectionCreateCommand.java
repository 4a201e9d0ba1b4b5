package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.SignInMethod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection create}. */
@Command(
    name = "create",
    description = {
      "Describe a service connection, prove it, and keep it with its password encrypted.",
      "On a terminal, what is missing is asked for. Nothing is kept when the proof fails."
    })
public final class ConnectionCreateCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The service connection name.")
  private String name;

  @Mixin private FieldOptions fields;

  @Mixin private SignInOption signIn;

  @Mixin private StorageOption storage;

  @Option(names = "--no-verify", description = "Keep it without proving it.")
  private boolean noVerify;

  private final Shell shell;

  public ConnectionCreateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    ConnectionFolder folder = shell.connections();
    folder.requireFree(name);
    SignInMethod method = signIn.chosen();
    @Nullable SecretStorage chosen = storage.chosen();
    ServiceConnection connection = fields.describe(name, shell.console());
    Trial trial =
        new CredentialSource(shell, signIn.password())
            .trial(connection, method == null ? SignInMethod.PASSWORD : method);
    new Keeper(shell, !noVerify).create(trial, chosen);
  }
}
