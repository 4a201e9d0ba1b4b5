package dev.lifeline.core.connection;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the file holds it.
 *
 * @param connection its fields
 * @param passwordChanged when the password was stored
 * @param sealed the password's ciphertext, base64
 * @param unknown fields of a newer version, kept as they are
 */
record Stored(
    ServiceConnection connection,
    Instant passwordChanged,
    String sealed,
    Map<String, @Nullable Object> unknown) {
  Stored {
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
  }

  static Stored of(ServiceConnection connection, Instant passwordChanged, String sealed) {
    return new Stored(connection, passwordChanged, sealed, Map.of());
  }

  Stored withConnection(ServiceConnection changed) {
    return new Stored(changed, passwordChanged, sealed, unknown);
  }

  Stored withPassword(Instant when, String newlySealed) {
    return new Stored(connection, when, newlySealed, unknown);
  }

  boolean isNamed(String name) {
    return ConnectionName.same(connection.name(), name);
  }
}
