package dev.lifeline.core;

import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.entra.TokenSource;
import dev.lifeline.core.entra.Tokens;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.LcsToken;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.LifelineException;

/**
 * Tokens for LCS of many connections, over one network: for whoever hands them out. Thread-safe;
 * closing ends its threads.
 */
public final class LcsTokens implements AutoCloseable {
  private final Surroundings surroundings;
  private final Connectivity connectivity;
  private final SignIn signIn;

  /**
   * Sends nothing yet.
   *
   * @throws LifelineException when the CA certificate file cannot be used
   */
  public LcsTokens(NetworkSettings network, Surroundings surroundings) {
    this.surroundings = surroundings;
    this.connectivity = Connectivity.of(network, surroundings);
    this.signIn = new SignIn(connectivity.transport(), connectivity.retries(), surroundings.ids());
  }

  /** The tokens of one connection. Thread-safe. */
  public static final class Source {
    private final TokenSource tokens;

    private Source(TokenSource tokens) {
      this.tokens = tokens;
    }

    /**
     * A token that is good for some minutes at least: the last one, or a new one. Of several who
     * ask at once, one signs in.
     *
     * @throws LifelineException of kind SIGN_IN when it is refused, and then always; of kind
     *     GAVE_UP when Entra ID cannot be reached
     */
    public LcsToken token() {
      AccessToken token = tokens.token();
      return new LcsToken(token.value(), token.expires());
    }

    Tokens tokens() {
      return tokens;
    }
  }

  /** The tokens of a connection; signs in when the first is asked for. */
  public Source of(UsableConnection connection) {
    return new Source(
        new TokenSource(
            signIn,
            Lifeline.account(connection),
            Scope.lcs(connection.connection().apiEndpoint()),
            surroundings.time(),
            result -> Lifeline.remember(connection.memory(), result)));
  }

  /** Sends each request once, over the network that the sign-ins take. */
  Transport direct() {
    return connectivity.direct();
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    connectivity.transport().close();
  }
}
