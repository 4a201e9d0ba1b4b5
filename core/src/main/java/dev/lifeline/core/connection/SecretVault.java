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
 * Encrypts secrets with AES-256-GCM. A ciphertext is bound to the connection's name and to what it
 * is there, so that it opens under no other. Thread-safe.
 */
final class SecretVault {
  private static final String CURRENT = "lifeline service connection password: ";
  private static final String UNFINISHED = "lifeline unfinished password change: ";

  private static final String NOTE = "lifeline note of a run: ";

  private final Aead aead;

  /**
   * Opens the vault.
   *
   * @param keyset as {@link #newKeyset} made it
   * @throws GeneralSecurityException when it is something else
   */
  SecretVault(byte[] keyset) throws GeneralSecurityException {
    // a configuration of its own instead of Tink's registry: less to load, no global state
    Configuration configuration = AeadConfig2026.get();
    this.aead =
        TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), configuration)
            .getPrimitive(configuration, Aead.class);
  }

  /** A new random key. */
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

  /** The ciphertext, base64, of the secret that a connection signs in with. */
  String seal(String name, Secret secret) {
    return encrypt(CURRENT + ConnectionName.key(name), secret);
  }

  /**
   * What {@link #seal} sealed.
   *
   * @throws GeneralSecurityException when it was sealed elsewhere, under another name, or edited
   */
  Secret open(String name, String sealed) throws GeneralSecurityException {
    return decrypt(CURRENT + ConnectionName.key(name), sealed);
  }

  /** The ciphertext, base64, of the password that is to become a connection's. */
  String sealUnfinished(String name, Secret password) {
    return encrypt(UNFINISHED + ConnectionName.key(name), password);
  }

  /**
   * What {@link #sealUnfinished} sealed.
   *
   * @throws GeneralSecurityException when it was sealed elsewhere, under another name, or edited
   */
  Secret openUnfinished(String name, String sealed) throws GeneralSecurityException {
    return decrypt(UNFINISHED + ConnectionName.key(name), sealed);
  }

  /** The ciphertext, base64, of a secret that a run leaves to a later one. */
  String sealNote(String name, Secret secret) {
    return encrypt(NOTE + ConnectionName.key(name), secret);
  }

  /**
   * What {@link #sealNote} sealed.
   *
   * @throws GeneralSecurityException when it was sealed elsewhere, under another name, or edited
   */
  Secret openNote(String name, String sealed) throws GeneralSecurityException {
    return decrypt(NOTE + ConnectionName.key(name), sealed);
  }

  private String encrypt(String context, Secret secret) {
    byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read can encrypt", e);
    }
  }

  private Secret decrypt(String context, String sealed) throws GeneralSecurityException {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      return Secret.ofUtf8(aead.decrypt(bytes, context.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("not base64, or nothing was sealed", e);
    }
  }
}
