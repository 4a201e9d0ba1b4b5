package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.SignInMethod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection update}. */
@Command(
    name = "update",
    description = {
      "Change a stored connection: what is not named stays, an empty text empties a field.",
      "The change is proved first; when the proof fails, nothing is changed."
    })
public final class ConnectionUpdateCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name;

  @Mixin private FieldOptions fields;

  @Mixin private SignInOption signIn;

  @Mixin private StorageOption storage;

  @Option(names = "--no-verify", description = "Change it without proving it.")
  private boolean noVerify;

  private final Shell shell;

  public ConnectionUpdateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    SavedConnection saved = shell.connections().get(name);
    SignInMethod method = signIn.chosen();
    @Nullable SecretStorage chosen = storage.chosen();
    ServiceConnection changed = fields.over(ConnectionFields.of(saved.connection())).toConnection();
    boolean isNewSecret = isNewSecret(method, saved.signIn());
    Keeper keeper = new Keeper(shell, !noVerify);
    if (!isNewSecret && chosen == null && changed.equals(saved.connection())) {
      keeper.show("nothing to change in", name);
      return;
    }
    Trial trial =
        method != null && isNewSecret
            ? new CredentialSource(shell, signIn.password()).trial(changed, method)
            : Trial.withSecretOf(shell.open(name), changed);
    keeper.replace(trial, isNewSecret, chosen);
  }

  /** A method that it has already asks for nothing new, unless a password comes with it. */
  private boolean isNewSecret(@Nullable SignInMethod method, SignInMethod present) {
    return method != null && (method != present || signIn.password().areGiven());
  }
}
