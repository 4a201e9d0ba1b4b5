package dev.lifeline.emulator.world;

import java.time.Instant;

/**
 * The password of one account.
 *
 * @param password the password
 * @param number which one it is, 1 for the first; what was issued for another number is void
 * @param since when it was set
 */
public record Credential(Password password, int number, Instant since) {

  /** The first password of an account. */
  public static Credential first(Password password, Instant now) {
    return new Credential(password, 1, now);
  }

  Credential changed(Password other, Instant now) {
    return new Credential(other, number + 1, now);
  }
}
