package dev.lifeline.core.connection;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.model.SignInMethod;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
 * @param hub where it is when a hub signs in for it, or null
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
    @Nullable HubPlace hub,
    Map<String, @Nullable Object> unknown) {
  Stored {
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
  }

  static Stored of(
      ServiceConnection connection, Credential credential, Sealed secret, SecretStorage storage) {
    return new Stored(
        connection,
        credential.method(),
        secret,
        null,
        storage,
        null,
        null,
        place(credential),
        Map.of());
  }

  SavedConnection saved(boolean chosen) {
    return new SavedConnection(
        connection,
        signIn,
        secret.since(),
        lastUsed,
        storage,
        realm,
        hub,
        unfinished != null,
        chosen);
  }

  /** With other fields; another account or authority may have another realm. */
  Stored withConnection(ServiceConnection changed) {
    @Nullable Realm known = isSameAccount(changed) ? realm : null;
    return new Stored(changed, signIn, secret, unfinished, storage, known, lastUsed, hub, unknown);
  }

  /** With a secret that works, which ends a change that was under way. */
  Stored withSecret(Credential credential, Sealed proven) {
    return new Stored(
        connection,
        credential.method(),
        proven,
        null,
        storage,
        realm,
        null,
        place(credential),
        unknown);
  }

  Stored withUnfinished(@Nullable Sealed next) {
    return new Stored(connection, signIn, secret, next, storage, realm, lastUsed, hub, unknown);
  }

  Stored withRealm(Realm found) {
    return new Stored(
        connection, signIn, secret, unfinished, storage, found, lastUsed, hub, unknown);
  }

  /** With the secret renewed by its use, which makes it no younger. */
  Stored withUse(String sealed, Instant used) {
    var renewed = new Sealed(sealed, secret.since());
    return new Stored(connection, signIn, renewed, unfinished, storage, realm, used, hub, unknown);
  }

  /** With the same secrets sealed by another key. */
  Stored moved(SecretStorage to, Sealed resealed, @Nullable Sealed unfinishedResealed) {
    return new Stored(
        connection, signIn, resealed, unfinishedResealed, to, realm, lastUsed, hub, unknown);
  }

  /**
   * What it signs in with.
   *
   * @param plain its secret, opened
   */
  Credential credential(Secret plain) {
    return switch (signIn) {
      case PASSWORD -> new Credential.Password(plain);
      case DEVICE_CODE -> new Credential.RefreshToken(plain);
      case HUB -> {
        HubPlace place = Objects.requireNonNull(hub);
        yield new Credential.HubAccess(place.hub(), place.connection(), plain);
      }
    };
  }

  private static @Nullable HubPlace place(Credential credential) {
    return credential instanceof Credential.HubAccess access
        ? new HubPlace(access.hub(), access.connection())
        : null;
  }

  boolean isNamed(String name) {
    return ConnectionName.same(connection.name(), name);
  }

  boolean isSameAccount(ServiceConnection other) {
    return connection.username().equalsIgnoreCase(other.username())
        && connection.authenticationEndpoint().uri().equals(other.authenticationEndpoint().uri());
  }
}
