package dev.lifeline.core.graph;

import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.Tokens;

/**
 * A token that is not renewed, for a job that ends long before it does.
 *
 * @param token the token
 */
public record OneToken(AccessToken token) implements Tokens {
  @Override
  public void forget(AccessToken refused) {
    // there is no other
  }
}
