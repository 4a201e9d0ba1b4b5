package dev.lifeline.emulator.world;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of the tenant.
 *
 * @param id the object id
 * @param name the part of the user name before the {@code @}, by convention what the account is for
 * @param signIn what becomes of a sign-in with the right password
 * @param wrongPasswords how many wrong passwords came in a row
 * @param lockedUntil until when smart lock-out lasts, null when it does not
 */
public record Account(
    UUID id, String name, SignIn signIn, int wrongPasswords, @Nullable Instant lockedUntil) {

  /** An account that nobody has tried yet. */
  public static Account of(UUID id, String name, SignIn signIn) {
    return new Account(id, name, signIn, 0, null);
  }

  /** Whether sign-ins are refused at that moment, whatever the password. */
  public boolean isLocked(Instant now) {
    return signIn == SignIn.LOCKED || (lockedUntil != null && now.isBefore(lockedUntil));
  }

  Account withWrongPassword(int lockAfter, Instant lockedUntilThen) {
    int wrong = wrongPasswords + 1;
    return wrong >= lockAfter
        ? new Account(id, name, signIn, 0, lockedUntilThen)
        : new Account(id, name, signIn, wrong, lockedUntil);
  }

  Account withRightPassword() {
    return new Account(id, name, signIn, 0, null);
  }
}
