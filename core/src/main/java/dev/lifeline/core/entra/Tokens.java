package dev.lifeline.core.entra;

import dev.lifeline.core.problem.LifelineException;

/** Where a client of a remote service gets its tokens. Thread-safe. */
public interface Tokens {
  /**
   * A token that is good for a request now.
   *
   * @throws LifelineException of kind SIGN_IN when there is none to be had, of kind GAVE_UP when
   *     Entra ID cannot be reached
   */
  AccessToken token();

  /** Forgets a token that the service refused, if it is still the one in use. */
  void forget(AccessToken refused);
}
