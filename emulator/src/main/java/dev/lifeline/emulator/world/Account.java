package dev.lifeline.emulator.world;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member or a guest of a tenant.
 *
 * @param id the object id, unique among all tenants
 * @param name the part of the user name before the {@code @}, by convention what the account is for
 * @param signIn what becomes of a sign-in with the right password
 * @param role its role in the tenant, null when it has none
 * @param credential its password
 * @param wrongPasswords how many wrong passwords came in a row
 * @param lockedUntil until when smart lock-out lasts, null when it does not
 */
public record Account(
    UUID id,
    String name,
    SignIn signIn,
    @Nullable DirectoryRole role,
    Credential credential,
    int wrongPasswords,
    @Nullable Instant lockedUntil) {

  /** An account without a role that nobody has tried yet. */
  public static Account of(UUID id, String name, SignIn signIn, Credential credential) {
    return new Account(id, name, signIn, null, credential, 0, null);
  }

  /** The password that it has now. */
  public Password password() {
    return credential.password();
  }

  /** Whether it comes from elsewhere: {@code userType} Guest. */
  public boolean isGuest() {
    return signIn == SignIn.GUEST;
  }

  /** Whether it may write applications, service principals and consent. */
  public boolean administersApplications() {
    return role == DirectoryRole.APPLICATION_ADMINISTRATOR;
  }

  /** Whether sign-ins are refused at that moment, whatever the password. */
  public boolean isLocked(Instant now) {
    return signIn == SignIn.LOCKED || (lockedUntil != null && now.isBefore(lockedUntil));
  }

  /** The same account with a role, or with none. */
  public Account withRole(@Nullable DirectoryRole other) {
    return new Account(id, name, signIn, other, credential, wrongPasswords, lockedUntil);
  }

  /**
   * The same account with another password, changed at that moment. What was issued for the old
   * password is void.
   */
  public Account withPassword(Password password, Instant now) {
    return new Account(
        id, name, signIn, role, credential.changed(password, now), wrongPasswords, lockedUntil);
  }

  Account withWrongPassword(int lockAfter, Instant lockedUntilThen) {
    int wrong = wrongPasswords + 1;
    return wrong >= lockAfter
        ? new Account(id, name, signIn, role, credential, 0, lockedUntilThen)
        : new Account(id, name, signIn, role, credential, wrong, lockedUntil);
  }

  Account withRightPassword() {
    return new Account(id, name, signIn, role, credential, 0, null);
  }
}
