package dev.lifeline.core.entra;

import dev.lifeline.core.model.Realm;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the token of one account, renews it shortly before it ends, and never sends a refused
 * password a second time, since that counts towards a lock-out. Thread-safe.
 */
public final class TokenSource implements Tokens {
  private final SignIn signIn;
  private final Scope scope;
  private final Time time;
  private final SignInListener listener;
  private Account account;
  private @Nullable AccessToken token;
  private @Nullable LifelineException refusal;

  /**
   * @param account who signs in first; later with the credential and the realm that are known then
   * @param listener hears of each sign-in, in its thread
   */
  public TokenSource(
      SignIn signIn, Account account, Scope scope, Time time, SignInListener listener) {
    this.signIn = signIn;
    this.account = account;
    this.scope = scope;
    this.time = time;
    this.listener = listener;
  }

  /**
   * A token that is good for a request now.
   *
   * @throws LifelineException as {@link SignIn#signIn}; after a refusal always the same one
   */
  @Override
  public synchronized AccessToken token() {
    if (refusal != null) {
      throw refusal;
    }
    if (token == null || !token.isFresh(time.instant())) {
      token = signIn();
    }
    return token;
  }

  @Override
  public synchronized void forget(AccessToken refused) {
    if (refused.equals(token)) {
      token = null;
    }
  }

  /** Who checks the account's password, when that was asked afresh. */
  public synchronized void realmIs(Realm realm) {
    account = account.in(realm);
  }

  /** The tokens of the same account, as it signs in now, for something else. */
  public synchronized TokenSource sameFor(Scope other) {
    return new TokenSource(signIn, account, other, time, listener);
  }

  private AccessToken signIn() {
    try {
      SignInResult result = signIn.signIn(account, scope);
      account = account.after(result);
      listener.signedIn(result);
      return result.token();
    } catch (LifelineException e) {
      if (e.code().kind() == Kind.SIGN_IN) {
        refusal = e;
      }
      throw e;
    }
  }
}
