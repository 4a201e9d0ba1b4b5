package dev.lifeline.core.connection;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;

/** What can go wrong with the operating system's key store, in words. */
final class KeyStoreFaults {
  private KeyStoreFaults() {}

  /**
   * The key store cannot be used.
   *
   * @param why a sentence about this machine
   */
  static LifelineException unavailable(String why) {
    return Problem.of(
            ProblemCode.KEY_STORE_UNAVAILABLE, "the operating system's key store cannot be used")
        .why(why)
        .fix("run Lifeline in a session that has one and unlock it there")
        .fix("or keep the secret in an encrypted file: --storage file")
        .raise();
  }
}
