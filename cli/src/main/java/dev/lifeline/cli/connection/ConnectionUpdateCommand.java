package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.HubPlace;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
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
      "The change is proved first; when the proof fails, nothing is changed. A connection of a hub",
      "becomes what the hub has of it now."
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
    if (saved.hub() != null && method == null) {
      updateFromHub(saved, saved.hub());
      return;
    }
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

  /** Where it leads is what the hub says now; the rest is as it was, or as it is named. */
  private void updateFromHub(SavedConnection saved, HubPlace place) {
    UsableConnection stored = shell.open(name);
    UsableConnection there =
        shell.ofHub(place.hub(), stored.credential().secret(), place.connection());
    ServiceConnection old = saved.connection();
    ServiceConnection now = there.connection();
    ServiceConnection fresh =
        new ServiceConnection(
            old.name(),
            now.authenticationEndpoint(),
            now.apiEndpoint(),
            now.username(),
            now.clientId(),
            old.description(),
            old.defaultProject());
    ServiceConnection changed = fields.over(ConnectionFields.of(fresh)).toConnection();
    if (!isAt(changed, now)) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "a hub says where '" + name + "' leads")
          .fix("change it on the hub " + place.hub() + ", then run: lifeline connection update")
          .fix("only --description and --default-project can differ here")
          .raise();
    }
    Keeper keeper = new Keeper(shell, !noVerify);
    if (storage.chosen() == null && changed.equals(old)) {
      keeper.show("nothing to change in", name);
    } else {
      keeper.replace(Trial.withSecretOf(stored, changed), false, storage.chosen());
    }
  }

  private static boolean isAt(ServiceConnection one, ServiceConnection other) {
    return one.authenticationEndpoint().equals(other.authenticationEndpoint())
        && one.apiEndpoint().equals(other.apiEndpoint())
        && one.username().equals(other.username())
        && one.clientId().equals(other.clientId());
  }

  /** A method that it has already asks for nothing new, unless a password comes with it. */
  private boolean isNewSecret(@Nullable SignInMethod method, SignInMethod present) {
    return method != null && (method != present || signIn.password().areGiven());
  }
}
