package dev.lifeline.core.entra;

import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the token of one account, renews it shortly before it ends, and never sends a refused
 * password a second time, since that counts towards a lock-out. Thread-safe.
 */
public final class TokenSource {
  private final SignIn signIn;
  private final Account account;
  private final Time time;
  private @Nullable AccessToken token;
  private @Nullable LifelineException refusal;

  public TokenSource(SignIn signIn, Account account, Time time) {
    this.signIn = signIn;
    this.account = account;
    this.time = time;
  }

  /**
   * A token that is good for a request now.
   *
   * @throws LifelineException as {@link SignIn#signIn}; after a refusal always the same one
   */
  public synchronized AccessToken token() {
    if (refusal != null) {
      throw refusal;
    }
    if (token == null || !token.isFresh(time.instant())) {
      token = signIn();
    }
    return token;
  }

  /** Forgets a token that LCS refused, if it is still the one in use. */
  public synchronized void forget(AccessToken refused) {
    if (refused.equals(token)) {
      token = null;
    }
  }

  private AccessToken signIn() {
    try {
      return signIn.signIn(account);
    } catch (LifelineException e) {
      if (e.code().kind() == Kind.SIGN_IN) {
        refusal = e;
      }
      throw e;
    }
  }
}
