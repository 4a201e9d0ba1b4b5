package dev.lifeline.core.credential;

/** How a change of password that was cut off ended. */
public enum Settlement {
  /** None was cut off. */
  NOTHING,
  /** Entra ID had taken the new password; it is the stored one now. */
  FINISHED,
  /** Entra ID had not taken it; the old password stays. */
  UNDONE,
  /**
   * The new password does not work, and the change was begun so recently that another process may
   * be at it or Entra ID's replicas may not know it yet. Both are kept; the old one is used.
   */
  LEFT
}
