package dev.lifeline.core.model;

/** What a service connection signs in with. Prints no secret. */
public sealed interface Credential {
  /** The secret itself, whichever kind it is. */
  Secret secret();

  /** How it is used. */
  SignInMethod method();

  /**
   * The account's password.
   *
   * @param secret begins and ends with no blank
   */
  record Password(Secret secret) implements Credential {
    @Override
    public SignInMethod method() {
      return SignInMethod.PASSWORD;
    }
  }

  /**
   * What Entra ID gave for a sign-in by device code; each use may bring a new one, which replaces
   * it.
   */
  record RefreshToken(Secret secret) implements Credential {
    @Override
    public SignInMethod method() {
      return SignInMethod.DEVICE_CODE;
    }
  }

  /**
   * A hub has the password, and hands out tokens for this.
   *
   * @param connection the connection's id there
   * @param secret a personal access token of the hub
   */
  record HubAccess(HubEndpoint hub, String connection, Secret secret) implements Credential {
    @Override
    public SignInMethod method() {
      return SignInMethod.HUB;
    }
  }
}
