package dev.lifeline.emulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.Password;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Users, and the password of the one who calls. */
final class Users {

  private final World world;

  Users(World world) {
    this.world = world;
  }

  Fields me(Caller caller) throws RefusedException {
    caller.needs(Permission.READ_ONESELF);
    return details(caller.directory(), caller.account());
  }

  /** Without the permission to read users in full, only the basic fields are there. */
  Fields find(Caller caller, String nameOrId) throws RefusedException {
    caller.needs(Permission.READ_ONESELF);
    Directory directory = caller.directory();
    Optional<Account> found = directory.account(nameOrId);
    if (found.isEmpty()) {
      found = Guid.parse(nameOrId).flatMap(directory::account);
    }
    boolean oneself = found.filter(it -> it.id().equals(caller.account().id())).isPresent();
    if (!oneself) {
      caller.needs(Permission.READ_USERS_BASICALLY);
    }
    Account account = found.orElseThrow(() -> RefusedException.notFound(nameOrId));
    return oneself || caller.has(Permission.READ_USERS)
        ? details(directory, account)
        : basics(directory, account);
  }

  /** Refusals name the sheet's codes; a wrong current password counts toward lock-out. */
  void changePassword(Caller caller, Members members) throws RefusedException {
    caller.needs(Permission.CHANGE_OWN_PASSWORD);
    members.allowing(Set.of("currentPassword", "newPassword"));
    String current = members.text("currentPassword");
    String wanted = members.text("newPassword");
    Account account = caller.account();
    if (account.signIn() == SignIn.FEDERATED) {
      throw refused(120012, "The password of this account is kept on premises.");
    }
    if (account.isLocked(world.clock().now())) {
      throw refused(120014, "The account is locked.");
    }
    byte[] right = account.password().text().getBytes(UTF_8);
    if (!MessageDigest.isEqual(right, current.getBytes(UTF_8))) {
      world.wrongPassword(account);
      throw refused(120000, "The current password is not right.");
    }
    if (PasswordRules.isWeak(wanted)) {
      throw refused(120002, "The new password is too short or too simple.");
    }
    if (PasswordRules.contains(wanted, account.name())) {
      throw refused(120003, "The new password contains the user name.");
    }
    if (wanted.equals(current)) {
      throw refused(120002, "The new password is the current one.");
    }
    world.changePassword(account, new Password(wanted));
  }

  private static RefusedException refused(int code, String text) {
    return RefusedException.badRequest("AADSTS%d: %s".formatted(code, text));
  }

  private static Fields basics(Directory directory, Account it) {
    return Fields.of("id", it.id().toString())
        .with("displayName", it.name())
        .with("userPrincipalName", directory.username(it));
  }

  private static Fields details(Directory directory, Account it) {
    return basics(directory, it)
        .with("accountEnabled", it.signIn() != SignIn.DISABLED)
        .with("userType", it.isGuest() ? "Guest" : "Member")
        .with("onPremisesSyncEnabled", it.signIn() == SignIn.FEDERATED ? true : null)
        .with("passwordPolicies", null)
        .with(
            "lastPasswordChangeDateTime",
            it.credential().since().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
