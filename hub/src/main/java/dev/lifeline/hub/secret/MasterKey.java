package dev.lifeline.hub.secret;

import java.security.GeneralSecurityException;

/**
 * What the keyset of the secrets is encrypted with. A key management service fits behind it as well
 * as a key in a file: it sees a few hundred bytes at each start and each rotation. Thread-safe.
 */
public interface MasterKey {
  /**
   * Encrypts a keyset.
   *
   * @throws GeneralSecurityException when the key cannot be used
   */
  byte[] wrap(byte[] keyset) throws GeneralSecurityException;

  /**
   * What {@link #wrap} encrypted.
   *
   * @throws GeneralSecurityException when it was encrypted with another key, or edited
   */
  byte[] unwrap(byte[] wrapped) throws GeneralSecurityException;
}
