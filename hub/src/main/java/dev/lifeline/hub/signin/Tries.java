package dev.lifeline.hub.signin;

import dev.lifeline.hub.store.SignInFailures;
import dev.lifeline.hub.store.Tables;
import java.time.Duration;
import java.time.Instant;

/**
 * The tries to sign in to one account from one address. Each counts as a failure until it was none:
 * of many at once, no more get through than one after the other.
 */
record Tries(String account, String address) {
  /** Of what somebody typed as a name, whether there is such a person or not. */
  static Tries of(String name, String from) {
    return new Tries(Patience.account(name), Patience.address(from));
  }

  /** Counts a try; how long to wait with it, zero when it may be made now. */
  Duration begin(Tables tables, Instant now) {
    SignInFailures failures = tables.signInFailures();
    failures.sweep(now);
    Duration first = Patience.WITH_ACCOUNT.wait(failures.lock(account, now), now);
    Duration second = Patience.WITH_ADDRESS.wait(failures.lock(address, now), now);
    Duration wait = first.compareTo(second) < 0 ? second : first;
    if (wait.isZero()) {
      failures.add(account, now);
      failures.add(address, now);
    }
    return wait;
  }

  /** The try was no failure. */
  void succeeded(Tables tables) {
    tables.signInFailures().forget(account);
    tables.signInFailures().takeBack(address);
  }
}
