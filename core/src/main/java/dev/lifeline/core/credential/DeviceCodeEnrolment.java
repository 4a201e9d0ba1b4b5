package dev.lifeline.core.credential;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.entra.DeviceCodeSignIn;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.SignInResult;
import dev.lifeline.core.entra.TokenClaims;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.DeviceCode;
import dev.lifeline.core.problem.LifelineException;
import java.util.function.Consumer;

/** Lets a person sign in once by device code, in place of a password. Thread-safe. */
public final class DeviceCodeEnrolment {
  private final DeviceCodeSignIn signIn;

  public DeviceCodeEnrolment(DeviceCodeSignIn signIn) {
    this.signIn = signIn;
  }

  /**
   * Shows a code and waits until the connection's account has signed in with it.
   *
   * @param show shows the code to the person
   * @return what stands for that sign-in from now on
   * @throws LifelineException SIGN_IN_AGAIN when another account signed in; else as {@link
   *     DeviceCodeSignIn}
   */
  public Credential.RefreshToken enrol(ServiceConnection connection, Consumer<DeviceCode> show) {
    DeviceCodeSignIn.Begun begun =
        signIn.begin(
            connection.authenticationEndpoint(),
            connection.clientId(),
            Scope.lcs(connection.apiEndpoint()));
    show.accept(begun.code());
    SignInResult result = signIn.await(begun);
    requireSame(connection, result);
    if (result.credential() instanceof Credential.RefreshToken token) {
      return token;
    }
    throw new IllegalStateException("a sign-in by device code gave no refresh token");
  }

  /** A pipeline must not act as the administrator who happened to be signed in. */
  private static void requireSame(ServiceConnection connection, SignInResult result) {
    TokenClaims.of(result.token())
        .map(TokenClaims::username)
        .filter(username -> !username.equalsIgnoreCase(connection.username()))
        .ifPresent(
            username -> {
              throw CredentialFaults.somebodyElse(connection, username).raise();
            });
  }
}
