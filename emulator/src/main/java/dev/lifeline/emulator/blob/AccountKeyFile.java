package dev.lifeline.emulator.blob;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;

/** The file that keeps an account's key, readable by its owner alone. */
record AccountKeyFile(Path path) {

  AccountKey readOrMake(RandomGenerator random) throws IOException {
    if (Files.exists(path)) {
      try {
        return AccountKey.fromBase64(Files.readString(path));
      } catch (IllegalArgumentException e) {
        throw new IOException("the account key in '%s' is damaged".formatted(path), e);
      }
    }
    AccountKey key = AccountKey.fresh(random);
    write(key);
    return key;
  }

  private void write(AccountKey key) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Path unfinished = Files.createTempFile(folder, "account", ".new", ownerOnly());
    try {
      Files.writeString(unfinished, key.toBase64() + "\n");
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
