package dev.lifeline.core.connection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.lifeline.core.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts passwords with AES-256-GCM. A ciphertext is bound to the connection's name, so that it
 * opens under no other. Thread-safe.
 */
final class PasswordVault {
  private static final String CONTEXT = "lifeline service connection password: ";

  private final Aead aead;
  private final StoreFaults faults;

  /** Opens the vault with the content of {@code connections.key}. */
  PasswordVault(byte[] keyset, StoreFaults faults) {
    this.faults = faults;
    // a configuration of its own instead of Tink's registry: less to load, no global state
    Configuration configuration = AeadConfig2026.get();
    try {
      this.aead =
          TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), configuration)
              .getPrimitive(configuration, Aead.class);
    } catch (GeneralSecurityException e) {
      throw faults.keyDamaged();
    }
  }

  /** A new random key, as {@code connections.key} holds it. */
  static byte[] newKeyset() {
    Configuration configuration = AeadConfig2026.get();
    try {
      KeysetHandle handle =
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, configuration);
      return TinkProtoKeysetFormat.serializeKeyset(
          handle, InsecureSecretKeyAccess.get(), configuration);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a fixed kind of key is always possible", e);
    }
  }

  String encrypt(String name, Secret password) {
    byte[] plain = password.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      return Base64.getEncoder().encodeToString(aead.encrypt(plain, boundTo(name)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read can encrypt", e);
    }
  }

  Secret decrypt(String name, String sealed) {
    try {
      return Secret.ofUtf8(aead.decrypt(Base64.getDecoder().decode(sealed), boundTo(name)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw faults.undecryptable(name);
    }
  }

  private static byte[] boundTo(String name) {
    return (CONTEXT + ConnectionName.key(name)).getBytes(StandardCharsets.UTF_8);
  }
}
