package dev.lifeline.hub.password;

import dev.lifeline.core.model.Secret;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes hashes of passwords and compares with them, two at a time: each takes 19 MiB for as long as
 * it lasts. Thread-safe; not for use within a transaction.
 */
public final class Passwords {
  private static final int AT_ONCE = 2;
  private static final int SALT = 16;

  private final RandomGenerator random;
  private final PasswordHash nobody;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /**
   * For a hub.
   *
   * @param random chance that nobody can foresee
   */
  public Passwords(RandomGenerator random) {
    this.random = random;
    this.nobody = PasswordHash.of(Secret.of("nobody"), salt(), PasswordHash.Cost.USUAL);
  }

  /** What is kept of a password. */
  public String hash(Secret password) {
    return inTurn(() -> PasswordHash.of(password, salt(), PasswordHash.Cost.USUAL).text());
  }

  /**
   * Whether a password is the one that a hash was made of. It takes as long when there is no hash.
   *
   * @param hash null for somebody who has no password, or is not there
   */
  public boolean matches(Secret password, @Nullable String hash) {
    PasswordHash known = hash == null ? nobody : PasswordHash.parse(hash);
    boolean isOf = inTurn(() -> known.isOf(password));
    return isOf && hash != null;
  }

  private <T> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return salt;
  }
}
