package dev.lifeline.emulator.world;

/** What Entra ID says to an account that gives the right password. */
public enum SignIn {
  /** A token is issued. */
  WORKS,
  /** A second factor is demanded, which only a browser can give. */
  MFA,
  /** The password has expired. */
  EXPIRED,
  /** Smart lock-out, whatever the password. */
  LOCKED,
  /** The account is disabled. */
  DISABLED,
  /** The account belongs to another tenant, which alone knows its password. */
  GUEST,
  /** The password is known to AD FS only; Entra ID itself finds it wrong. */
  FEDERATED
}
