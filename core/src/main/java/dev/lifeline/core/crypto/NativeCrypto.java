package dev.lifeline.core.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Optional;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/**
 * Conscrypt, which needs no warm-up, in place of the JDK's cryptography; not registered with the
 * JDK, so that nobody else gets it unasked. Its library loads when the first of these methods is
 * called, and on most machines; where it does not, the JDK's is used. Thread-safe.
 */
public final class NativeCrypto {
  private NativeCrypto() {}

  /** Loaded once in a process, as the library itself is. */
  private static final class Loaded {
    static final @Nullable Provider PROVIDER = load();

    private static @Nullable Provider load() {
      try {
        return Conscrypt.isAvailable() ? Conscrypt.newProvider() : null;
      } catch (LinkageError e) { // no such library for this system, or its temporary folder forbids
        return null;
      }
    }
  }

  /** Conscrypt; empty where its library does not load. */
  public static Optional<Provider> provider() {
    return Optional.ofNullable(Loaded.PROVIDER);
  }

  /**
   * A hash.
   *
   * @param algorithm one that every Java has: MD5 or SHA-256
   */
  public static MessageDigest digest(String algorithm) {
    Optional<Provider> provider = provider();
    try {
      return provider.isPresent()
          ? MessageDigest.getInstance(algorithm, provider.get())
          : MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
