package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.world.Password;
import java.time.Instant;

/** Where RSAT certificates come from. Thread-safe. */
@FunctionalInterface
public interface RsatCertificates {

  /** A new certificate whose files have that name. */
  Bundle make(String fileName);

  /**
   * A certificate with its private key.
   *
   * @param zip the zip file that holds both, in Base64
   * @param password what opens the private key
   * @param thumbprint the certificate's SHA-1
   * @param expires until when it is valid
   */
  record Bundle(String zip, Password password, String thumbprint, Instant expires) {}
}
