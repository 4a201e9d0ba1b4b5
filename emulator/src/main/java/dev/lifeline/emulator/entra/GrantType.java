package dev.lifeline.emulator.entra;

/** What the token endpoint does with one {@code grant_type}. */
@FunctionalInterface
interface GrantType {

  /**
   * Decides a request.
   *
   * @throws RefusedException with the first reason that Entra ID would find
   */
  Grant decide(TokenRequest request) throws RefusedException;
}
