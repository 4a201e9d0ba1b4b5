package dev.lifeline.core.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Writes files that hold a secret: for their owner alone, and whole or not at all. */
public final class SecretFile {
  private static final String UNFINISHED = ".part";

  private SecretFile() {}

  /**
   * Writes a file; the folder is made if it is missing.
   *
   * @param replace whether a file that stands there may be replaced
   * @throws IOException when it cannot be written, or stands there and may not be replaced; nothing
   *     is left then
   */
  public static void write(Path target, byte[] content, boolean replace) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    try {
      fill(unfinished, content);
      if (replace) {
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.move(unfinished, target);
      }
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void fill(Path file, byte[] content) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = OwnerOnly.open(file, options)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
