package dev.lifeline.core.entra;

import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import org.jspecify.annotations.Nullable;

/**
 * Who signs in, where, and with what.
 *
 * @param authority where
 * @param clientId the application that asks
 * @param username the account
 * @param credential its password, or what stands for a sign-in made before
 * @param realm who checks the password, or null when nobody has asked yet
 */
public record Account(
    AuthenticationEndpoint authority,
    ClientId clientId,
    String username,
    Credential credential,
    @Nullable Realm realm) {
  /** The same account as it signs in the next time. */
  Account after(SignInResult result) {
    return new Account(authority, clientId, username, result.credential(), result.realm());
  }

  /** The same account, its password checked there. */
  Account in(Realm found) {
    return new Account(authority, clientId, username, credential, found);
  }
}
