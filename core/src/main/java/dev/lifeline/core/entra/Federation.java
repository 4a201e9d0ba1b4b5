package dev.lifeline.core.entra;

import dev.lifeline.core.http.Transport;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;

/**
 * Signs in the account of a federated domain (Entra sign-in: user realm answer): the password goes
 * to the organization's own sign-in by WS-Trust, and what that vouches for goes to Entra ID.
 * Thread-safe.
 */
final class Federation {
  private final Transport transport;
  private final TokenEndpoint endpoint;

  Federation(Transport transport, TokenEndpoint endpoint) {
    this.transport = transport;
    this.endpoint = endpoint;
  }

  /**
   * A token by way of the organization's own sign-in, which is sent the password once.
   *
   * @throws LifelineException PASSWORD_WRONG, FEDERATION_UNUSABLE, or as {@link
   *     TokenEndpoint#grant}
   */
  Grant grant(Account account, Scope scope, UserRealm realm) {
    Attempt attempt = Attempt.of(Attempt.Means.FEDERATION, account, scope);
    if (!isHttps(account.authority().toString())) {
      throw unusable(
              attempt, "the authentication endpoint '" + account.authority() + "' is not https")
          .fix("use an authentication endpoint that begins with https://")
          .raise();
    }
    if (realm.metadata() == null || !isHttps(realm.metadata())) {
      throw unusable(attempt, "Entra ID names no address of it that a program can use").raise();
    }
    // Built here and not before: Microsoft's library is loaded for federated accounts only.
    return new WsTrust(account, new Exchange(transport, endpoint, attempt, realm)).grant();
  }

  /** The organization's own sign-in cannot be used, and what can be done instead. */
  static Problem unusable(Attempt attempt, String what) {
    return Problem.of(
            ProblemCode.FEDERATION_UNUSABLE,
            attempt + " cannot be made through the organization's own sign-in: " + what)
        .why(
            "The domain of this user name is federated: not Entra ID but the organization's own identity provider checks its passwords, and it has to offer WS-Trust with user name and password.")
        .fix(
            "use an account that lives in Entra ID itself, such as one of the tenant's .onmicrosoft.com domain")
        .step(SetupStep.ACCOUNT);
  }

  static boolean isHttps(String address) {
    return address.regionMatches(true, 0, "https://", 0, 8);
  }
}
