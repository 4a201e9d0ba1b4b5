package dev.lifeline.core.entra;

/**
 * Hears of each sign-in that succeeds, so that what was learned can be kept. Called by whichever
 * thread signs in; must not throw.
 */
@FunctionalInterface
public interface SignInListener {
  /** Looks away. */
  SignInListener NONE = result -> {};

  /** A sign-in succeeded. */
  void signedIn(SignInResult result);
}
