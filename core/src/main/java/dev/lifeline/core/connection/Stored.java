package dev.lifeline.core.connection;

import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.SignInMethod;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the file holds it.
 *
 * @param connection its fields
 * @param signIn what kind of secret it has
 * @param secret the secret
 * @param unfinished the password that is to take the secret's place, or null
 * @param storage where the key of both is kept
 * @param realm who checks the password, or null
 * @param lastUsed or null
 * @param unknown fields of a newer version, kept as they are
 */
record Stored(
    ServiceConnection connection,
    SignInMethod signIn,
    Sealed secret,
    @Nullable Sealed unfinished,
    SecretStorage storage,
    @Nullable Realm realm,
    @Nullable Instant lastUsed,
    Map<String, @Nullable Object> unknown) {
  Stored {
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
  }

  static Stored of(
      ServiceConnection connection, SignInMethod signIn, Sealed secret, SecretStorage storage) {
    return new Stored(connection, signIn, secret, null, storage, null, null, Map.of());
  }

  SavedConnection saved(boolean chosen) {
    return new SavedConnection(
        connection, signIn, secret.since(), lastUsed, storage, realm, unfinished != null, chosen);
  }

  /** With other fields; another account or authority may have another realm. */
  Stored withConnection(ServiceConnection changed) {
    @Nullable Realm known = isSameAccount(changed) ? realm : null;
    return new Stored(changed, signIn, secret, unfinished, storage, known, lastUsed, unknown);
  }

  /** With a secret that works, which ends a change that was under way. */
  Stored withSecret(SignInMethod method, Sealed proven) {
    return new Stored(connection, method, proven, null, storage, realm, null, unknown);
  }

  Stored withUnfinished(@Nullable Sealed next) {
    return new Stored(connection, signIn, secret, next, storage, realm, lastUsed, unknown);
  }

  Stored withRealm(Realm found) {
    return new Stored(connection, signIn, secret, unfinished, storage, found, lastUsed, unknown);
  }

  /** With the secret renewed by its use, which makes it no younger. */
  Stored withUse(String sealed, Instant used) {
    var renewed = new Sealed(sealed, secret.since());
    return new Stored(connection, signIn, renewed, unfinished, storage, realm, used, unknown);
  }

  /** With the same secrets sealed by another key. */
  Stored moved(SecretStorage to, Sealed resealed, @Nullable Sealed unfinishedResealed) {
    return new Stored(
        connection, signIn, resealed, unfinishedResealed, to, realm, lastUsed, unknown);
  }

  boolean isNamed(String name) {
    return ConnectionName.same(connection.name(), name);
  }

  boolean isSameAccount(ServiceConnection other) {
    return connection.username().equalsIgnoreCase(other.username())
        && connection.authenticationEndpoint().uri().equals(other.authenticationEndpoint().uri());
  }
}
