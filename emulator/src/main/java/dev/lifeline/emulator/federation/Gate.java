package dev.lifeline.emulator.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.token.SamlAssertions.Subject;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Password;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Who gets in with a user name and a password, and who has to be counted. */
final class Gate {

  private final World world;

  Gate(World world) {
    this.world = world;
  }

  /** What is certified of the federated account that asks, empty without the right password. */
  Optional<Subject> admit(TokenRequest request) {
    Optional<Directory> directory = world.directoryOfUser(request.username());
    Optional<Account> found =
        directory
            .flatMap(it -> it.account(request.username()))
            .filter(it -> it.signIn() == SignIn.FEDERATED)
            .filter(it -> !it.isLocked(world.clock().now()));
    if (directory.isEmpty() || found.isEmpty()) {
      return Optional.empty();
    }
    if (!isRight(found.get().password(), request)) {
      world.wrongPassword(found.get());
      return Optional.empty();
    }
    world.rightPassword(found.get());
    return Optional.of(subject(directory.get(), found.get()));
  }

  private static boolean isRight(Password right, TokenRequest request) {
    Password given = request.password();
    return given != null
        && MessageDigest.isEqual(right.text().getBytes(UTF_8), given.text().getBytes(UTF_8));
  }

  private static Subject subject(Directory directory, Account account) {
    UUID id = account.id();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return new Subject(
        "http://adfs." + directory.tenant().domain() + "/adfs/services/trust",
        directory.username(account),
        Base64.getEncoder().encodeToString(bytes));
  }
}
