package dev.lifeline.emulator;

import dev.lifeline.emulator.lcs.RsatCertificates;
import dev.lifeline.emulator.tls.RsatCertificate;
import dev.lifeline.emulator.world.Password;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;

/** RSAT certificates with real keys, each with a password of its own. */
final class RsatMaker implements RsatCertificates {
  private static final int PASSWORD_BYTES = 18;

  private final InstantSource clock;
  private final SecureRandom random;

  RsatMaker(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Bundle make(String fileName) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    Password password = new Password(Base64.getEncoder().encodeToString(bytes));
    RsatCertificate made = RsatCertificate.fresh(fileName, clock.instant(), random);
    String zip = Base64.getEncoder().encodeToString(made.zip(password.text().toCharArray()));
    return new Bundle(zip, password, made.thumbprint(), made.expires());
  }
}
