package dev.lifeline.core.entra;

import dev.lifeline.core.model.AuthenticationEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * One try to get a token, as far as a refusal has to speak of it.
 *
 * @param means what was sent
 * @param authority where
 * @param username whose, or null when nobody knows yet
 * @param scope what for
 */
record Attempt(
    Means means, AuthenticationEndpoint authority, @Nullable String username, Scope scope) {
  /** What stands for the account. */
  enum Means {
    PASSWORD,
    FEDERATION,
    REFRESH_TOKEN,
    DEVICE_CODE
  }

  static Attempt of(Means means, Account account, Scope scope) {
    return new Attempt(means, account.authority(), account.username(), scope);
  }

  @Override
  public String toString() {
    return username == null ? "sign-in by device code" : "sign-in as '" + username + "'";
  }
}
