package dev.lifeline.emulator.entra;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.security.MessageDigest;
import java.time.Instant;

/** Decides whether a user name and a password belong together, and counts those that do not. */
final class PasswordCheck {

  private final World world;

  PasswordCheck(World world) {
    this.world = world;
  }

  /**
   * The account, when the password is right and the account may be used.
   *
   * @throws RefusedException if not
   */
  Account check(Directory directory, String username, String password) throws RefusedException {
    Account account =
        directory.account(username).orElseThrow(() -> new RefusedException(Aadsts.USER_NOT_FOUND));
    if (account.isLocked(world.clock().now())) {
      throw new RefusedException(Aadsts.LOCKED);
    }
    if (account.isGuest()) {
      throw new RefusedException(Aadsts.GUEST);
    }
    byte[] right = account.password().text().getBytes(UTF_8);
    if (!MessageDigest.isEqual(right, password.getBytes(UTF_8))) {
      world.wrongPassword(account);
      throw new RefusedException(Aadsts.WRONG_PASSWORD);
    }
    world.rightPassword(account);
    checkState(account, world.clock().now());
    return account;
  }

  /**
   * Passes when the account may be used.
   *
   * @throws RefusedException if not
   */
  static void checkState(Account account, Instant now) throws RefusedException {
    if (account.isLocked(now)) {
      throw new RefusedException(Aadsts.LOCKED);
    }
    if (account.signIn() == SignIn.DISABLED) {
      throw new RefusedException(Aadsts.DISABLED);
    }
    if (account.signIn() == SignIn.EXPIRED) {
      throw new RefusedException(Aadsts.PASSWORD_EXPIRED);
    }
  }
}
