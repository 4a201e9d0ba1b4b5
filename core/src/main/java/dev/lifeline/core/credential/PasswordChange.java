package dev.lifeline.core.credential;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.entra.SignInResult;
import dev.lifeline.core.entra.Tokens;
import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.graph.OneToken;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Changes an account's own password in Entra ID, through the connection's own registration, and in
 * the connection folder. The new password is stored beside the old one before Entra ID is asked, so
 * that neither is lost whatever happens; {@link PasswordRotation#settle} ends what was cut off.
 * Thread-safe.
 */
public final class PasswordChange {
  /** The delegated permission that the registration needs. */
  static final String PERMISSION = "User-PasswordProfile.ReadWrite.All";

  /** Entra ID surely did not take the password. */
  private static final Set<ProblemCode> NOT_CARRIED_OUT =
      EnumSet.of(
          ProblemCode.GRAPH_REFUSED,
          ProblemCode.ADMINISTRATOR_NEEDED,
          ProblemCode.THROTTLED,
          ProblemCode.UNREACHABLE,
          ProblemCode.CERTIFICATE_UNTRUSTED);

  private final ConnectionFolder folder;
  private final Proof proof;
  private final PasswordRotation rotation;
  private final GraphEndpoint endpoint;
  private final Function<Tokens, GraphClient> graph;

  /**
   * @param rotation ends a change that was cut off before
   * @param endpoint Microsoft Graph of the connection's cloud
   * @param graph Microsoft Graph at that endpoint for somebody's token
   */
  public PasswordChange(
      ConnectionFolder folder,
      SignIn signIn,
      PasswordRotation rotation,
      GraphEndpoint endpoint,
      Function<Tokens, GraphClient> graph) {
    this.folder = folder;
    this.proof = new Proof(signIn);
    this.rotation = rotation;
    this.endpoint = endpoint;
    this.graph = graph;
  }

  /**
   * Changes the password and proves the new one.
   *
   * @throws LifelineException PASSWORD_CHANGE_REFUSED when Entra ID does not take it or the
   *     registration may not change it, and everything is as before; PASSWORD_CHANGE_UNFINISHED,
   *     ANSWER_LOST, SERVICE_UNAVAILABLE or INTERRUPTED when it is not known which one works, and
   *     both are kept; USAGE_WRONG for a connection that signs in by device code; CLOUD_MISMATCH;
   *     or why the sign-in failed
   */
  public void change(String name, Secret newPassword) {
    if (folder.get(name).changeUnfinished()) {
      rotation.settle(name);
    }
    SavedConnection saved = folder.get(name);
    if (saved.signIn() != SignInMethod.PASSWORD) {
      throw CredentialFaults.noPassword(saved).raise();
    }
    if (!endpoint.isOfOneCloudWith(saved.connection().authenticationEndpoint())) {
      throw CredentialFaults.otherCloud(saved, endpoint).raise();
    }
    UsableConnection usable = folder.open(name);
    AccessToken token = permitted(saved, usable);
    folder.beginChange(name, newPassword);
    ask(saved, usable.credential().secret(), newPassword, token);
    prove(saved, newPassword);
    folder.finishChange(name);
    keep(saved, newPassword);
  }

  private AccessToken permitted(SavedConnection saved, UsableConnection usable) {
    if (saved.realm() == Realm.FEDERATED) {
      throw CredentialFaults.federated(saved).raise();
    }
    try {
      SignInResult result =
          proof.signIn(saved, usable.credential().secret(), Scope.graph(endpoint, PERMISSION));
      if (result.realm() == Realm.FEDERATED) {
        throw CredentialFaults.federated(saved).raise();
      }
      return result.token();
    } catch (LifelineException e) {
      boolean notAllowed =
          e.code() == ProblemCode.CONSENT_MISSING || e.code() == ProblemCode.PERMISSION_MISSING;
      throw notAllowed ? CredentialFaults.notAllowed(saved, e.problem()).raise(e) : e;
    }
  }

  private void ask(SavedConnection saved, Secret current, Secret next, AccessToken token) {
    try {
      graph.apply(new OneToken(token)).changePassword(current, next);
    } catch (LifelineException e) {
      if (!NOT_CARRIED_OUT.contains(e.code())) {
        throw CredentialFaults.uncertain(saved, e.problem()).raise(e);
      }
      folder.undoChange(saved.connection().name());
      throw CredentialFaults.notChanged(saved, e.problem()).raise(e);
    }
  }

  private void prove(SavedConnection saved, Secret next) {
    try {
      proof.signIn(saved, next);
    } catch (LifelineException e) {
      throw CredentialFaults.notProven(saved, e.problem()).raise(e);
    }
  }

  /**
   * Another process may have ended the change while this one stood still for long; what Entra ID
   * has taken and a sign-in has proved is stored all the same.
   */
  private void keep(SavedConnection saved, Secret proven) {
    Credential credential = new Credential.Password(proven);
    if (!folder.open(saved.connection().name()).credential().equals(credential)) {
      folder.replace(folder.get(saved.connection().name()).connection(), credential);
    }
  }
}
