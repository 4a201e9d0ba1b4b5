package dev.lifeline.core.problem;

/**
 * The kinds of failure that a script can tell apart; each has the process exit code of the
 * command-line surface.
 */
public enum Kind {
  /** LCS or the blob store refused, or the operation failed there or here. */
  FAILED(1),
  /** Wrong usage or bad input; nothing was sent. */
  USAGE(2),
  /** Entra ID refused the sign-in. */
  SIGN_IN(3),
  /** What was asked for does not exist, or this account may not see it. */
  NOT_FOUND(4),
  /** Lifeline stopped waiting or retrying: throttled, unreachable, timed out. */
  GAVE_UP(5),
  /** A fault of Lifeline itself. */
  INTERNAL(70),
  /** The user or the agent ended it. */
  INTERRUPTED(130);

  private final int exitCode;

  Kind(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of a process that ends with such a failure. */
  public int exitCode() {
    return exitCode;
  }
}
