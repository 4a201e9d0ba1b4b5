package dev.lifeline.emulator.world;

import dev.lifeline.emulator.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The whole world as one JSON file, readable by its owner only: it holds the password and the
 * signing key.
 */
public final class WorldFile {

  private final Path file;

  /** The world's file in a state folder, which exists. */
  public WorldFile(Path stateFolder) {
    this.file = stateFolder.resolve("world.json");
  }

  /**
   * The world as it was left, empty when there is none yet.
   *
   * @throws IOException if the file cannot be read, or holds no world
   */
  public Optional<WorldState> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(RecordJson.read(Files.readString(file), WorldState.class));
    } catch (IllegalArgumentException e) {
      throw new IOException("'" + file + "' does not hold the world of an emulator", e);
    }
  }

  /** Replaces the file at once: a reader sees the world before or after, never half of it. */
  void write(WorldState state) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path whole = Files.createTempFile(folder, "world", ".tmp");
      if (Files.getFileStore(whole).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(whole, RecordJson.write(state));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
