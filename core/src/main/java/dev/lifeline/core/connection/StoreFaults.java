package dev.lifeline.core.connection;

import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What can go wrong in a connection folder, in words. */
record StoreFaults(Path folder) {
  private static final String START_AFRESH =
      "or move connections.json and connections.key away and create the connections again with:"
          + " lifeline connection create NAME";

  LifelineException notFound(String name, Store store) {
    String existing =
        store.connections().stream()
            .map(stored -> "'" + stored.connection().name() + "'")
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .collect(Collectors.joining(", "));
    return Problem.of(
            ProblemCode.CONNECTION_NOT_FOUND, "there is no service connection '" + name + "'")
        .why("The folder '%s' holds %s.".formatted(folder, existing.isEmpty() ? "none" : existing))
        .fix("check the name with: lifeline connection list")
        .fix("or create it with: lifeline connection create NAME")
        .raise();
  }

  LifelineException exists(String name) {
    return Problem.of(
            ProblemCode.CONNECTION_EXISTS, "there is a service connection '" + name + "' already")
        .why("Names differ in more than upper and lower case.")
        .fix("choose another name")
        .fix("or delete the old one: lifeline connection delete " + ConnectionName.argument(name))
        .raise();
  }

  LifelineException damaged(String reason) {
    return damage("the file '" + folder.resolve(StoreFiles.CONNECTIONS) + "' is damaged")
        .why("Lifeline wrote it whole, and now " + reason + ".")
        .fix("restore it from a backup")
        .fix(START_AFRESH)
        .raise();
  }

  LifelineException keyMissing() {
    return damage("the file '" + folder.resolve(StoreFiles.KEY) + "' is missing")
        .why("Without it the stored passwords cannot be decrypted.")
        .fix("restore it from a backup")
        .fix(START_AFRESH)
        .raise();
  }

  LifelineException keyDamaged() {
    return damage("the file '" + folder.resolve(StoreFiles.KEY) + "' is damaged")
        .why("It is not the key that Lifeline wrote, and the stored passwords need that one.")
        .fix("restore it from a backup")
        .fix(START_AFRESH)
        .raise();
  }

  LifelineException keyMissingInKeyStore() {
    return damage("the key of '" + folder + "' is missing in the operating system's key store")
        .why("Without it the secrets that were stored with it cannot be decrypted.")
        .fix("use the key store of the user and the machine that created the connections")
        .fix(
            "or delete the connections whose storage is key-store and create them again;"
                + " see which with: lifeline connection list")
        .raise();
  }

  LifelineException keyDamagedInKeyStore() {
    return damage("the key of '" + folder + "' in the operating system's key store is damaged")
        .why("It is not the key that Lifeline put there, and the stored secrets need that one.")
        .fix(
            "delete the connections whose storage is key-store and create them again;"
                + " see which with: lifeline connection list")
        .raise();
  }

  LifelineException noPassword(String name) {
    return Problem.of(
            ProblemCode.CONNECTION_INVALID,
            "the service connection '" + name + "' has no password that could be changed")
        .why("It signs in with what a person's sign-in by device code left behind.")
        .fix("sign in again: lifeline connection rotate " + ConnectionName.argument(name))
        .raise();
  }

  LifelineException changeUnderWay(String name) {
    return Problem.of(
            ProblemCode.PASSWORD_CHANGE_UNFINISHED,
            "another change of the password of '" + name + "' is not finished")
        .why("It was cut off, or goes on at this moment, and its password must not get lost.")
        .fix("try again: lifeline connection rotate " + ConnectionName.argument(name))
        .raise();
  }

  LifelineException undecryptable(Stored stored) {
    String name = stored.connection().name();
    String argument = ConnectionName.argument(name);
    String key =
        stored.storage() == SecretStorage.FILE ? StoreFiles.KEY : "the key in the key store";
    return damage("the password of the service connection '" + name + "' cannot be decrypted")
        .why(
            "connections.json and %s in '%s' do not belong together, or one was edited."
                .formatted(key, folder))
        .fix("restore both from one backup")
        .fix(
            "or delete the connection and create it again: lifeline connection delete %s, then: lifeline connection create %s"
                .formatted(argument, argument))
        .raise();
  }

  LifelineException unreadable(IOException cause) {
    return inaccessible("read", cause);
  }

  LifelineException unwritable(IOException cause) {
    return inaccessible("written", cause);
  }

  private LifelineException inaccessible(String done, IOException cause) {
    if (cause instanceof ClosedByInterruptException
        || cause instanceof FileLockInterruptionException) {
      return Interruptions.raise(new InterruptedException());
    }
    return damage("the connection folder '%s' cannot be %s".formatted(folder, done))
        .why("The operating system says: " + reason(cause) + ".")
        .fix("let the user that runs Lifeline read and write it")
        .fix("or choose another folder with --home DIR")
        .raise(cause);
  }

  private static String reason(IOException cause) {
    String reason =
        cause instanceof FileSystemException file && file.getReason() != null
            ? file.getReason()
            : cause.getMessage();
    return cause.getClass().getSimpleName() + (reason == null ? "" : ", " + reason);
  }

  private static Problem damage(String message) {
    return Problem.of(ProblemCode.STORE_DAMAGED, message);
  }
}
