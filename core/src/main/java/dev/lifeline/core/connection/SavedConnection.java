package dev.lifeline.core.connection;

import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.SignInMethod;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service connection as the connection folder lists it: all but the secret.
 *
 * @param connection the connection
 * @param signIn what it signs in with
 * @param credentialChanged when its password was last stored; for a device code, when the person
 *     signed in
 * @param lastUsed when a sign-in by device code was last used, to the day; null when that is not
 *     known, and for a password, which leaves no trace of its use
 * @param storage where the key of its secret is kept
 * @param realm who checks the account's password, or null when that was not found out yet
 * @param hub where it is when a hub signs in for it, or null
 * @param changeUnfinished whether a change of its password was begun and neither finished nor
 *     undone
 * @param chosen whether {@code connection use} made it the default
 */
public record SavedConnection(
    ServiceConnection connection,
    SignInMethod signIn,
    Instant credentialChanged,
    @Nullable Instant lastUsed,
    SecretStorage storage,
    @Nullable Realm realm,
    @Nullable HubPlace hub,
    boolean changeUnfinished,
    boolean chosen) {

  /** How old the secret is; zero when the clock was set back. */
  public Duration age(Instant now) {
    Duration age = Duration.between(credentialChanged, now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
