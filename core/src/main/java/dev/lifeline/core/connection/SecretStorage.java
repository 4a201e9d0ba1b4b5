package dev.lifeline.core.connection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the key lives that the secret of a stored connection is encrypted with. */
public enum SecretStorage {
  /** In the operating system's key store: Keychain, Credential Manager, Secret Service. */
  KEY_STORE,
  /** In a file beside the connections, for its owner alone. */
  FILE;

  /** The name on the command line and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The storage of that name, without regard to case. */
  public static Optional<SecretStorage> withId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equalsIgnoreCase(id)).findFirst();
  }
}
