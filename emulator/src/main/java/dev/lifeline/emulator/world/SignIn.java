package dev.lifeline.emulator.world;

/** What Entra ID says to an account that gives the right password. */
public enum SignIn {
  /** A token is issued. */
  WORKS,
  /** A second factor is demanded. */
  MFA,
  /** The password has expired. */
  EXPIRED,
  /** Smart lock-out, whatever the password. */
  LOCKED,
  /** The account is disabled. */
  DISABLED
}
