package dev.lifeline.hub.signin;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.TokenText;
import dev.lifeline.hub.store.SignInFailures.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How long somebody waits who failed to sign in before: for an account and for an address. The wait
 * grows and is never long, so that nobody can lock somebody else out.
 *
 * @param free how many failures cost nothing
 * @param longest the longest wait
 */
record Patience(int free, Duration longest) {
  /** 60 tries an hour; ASVS allows 100. */
  static final Patience WITH_ACCOUNT = new Patience(5, Duration.ofMinutes(1));

  /** A whole office may share an address. */
  static final Patience WITH_ADDRESS = new Patience(20, Duration.ofMinutes(15));

  /** Under which an account is counted, whether there is one or not. */
  static String account(String name) {
    return TokenText.hash(Secret.of("account " + name.strip().toLowerCase(Locale.ROOT)));
  }

  /** Under which an address is counted. */
  static String address(String from) {
    return TokenText.hash(Secret.of("address " + from));
  }

  /** How long to wait yet before the next try; zero when it may be made now. */
  Duration wait(Count count, Instant now) {
    Duration delay = delay(count.failures());
    Duration left = Duration.between(now, count.latest().plus(delay));
    // a database may round a time up, so that what was just now is not yet
    return delay.isZero() || left.isNegative() ? Duration.ZERO : left;
  }

  /** What the failures so far cost: nothing, then one second, and twice as much each time. */
  Duration delay(int failures) {
    int costly = failures - free;
    if (costly < 0) {
      return Duration.ZERO;
    }
    Duration delay = Duration.ofSeconds(1L << Math.min(costly, 30));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
