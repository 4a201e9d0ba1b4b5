package dev.lifeline.core.problem;

/** Turns the JDK's interruption into the problem that front ends know. */
public final class Interruptions {
  private Interruptions() {}

  /** Restores the thread's interrupt flag and returns the exception to throw. */
  public static LifelineException raise(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return Problem.of(ProblemCode.INTERRUPTED, "interrupted").raise(cause);
  }
}
