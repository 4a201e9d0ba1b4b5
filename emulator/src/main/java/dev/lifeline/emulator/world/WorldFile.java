package dev.lifeline.emulator.world;

import dev.lifeline.emulator.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole world as one JSON file, readable by its owner only: it holds passwords and the signing
 * key.
 */
public final class WorldFile {

  /** Grows when an older world can no longer be read. */
  private static final int FORMAT = 3;

  private final Path file;

  /** The world's file in a state folder, which exists. */
  public WorldFile(Path stateFolder) {
    this.file = stateFolder.resolve("world.json");
  }

  /**
   * The world as it was left, empty when there is none yet.
   *
   * @throws IOException if the file cannot be read, or holds no world of this version
   */
  public Optional<WorldState> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file);
      Integer format = RecordJson.read(text, Head.class).format();
      if (format == null || format != FORMAT) {
        throw new IOException(
            "'%s' holds a world of another version of the emulator; move it away to begin anew"
                .formatted(file));
      }
      WorldState world = RecordJson.read(text, Kept.class).world();
      if (world == null) {
        throw new IllegalArgumentException("no world");
      }
      return Optional.of(world);
    } catch (IllegalArgumentException e) {
      throw new IOException("'" + file + "' does not hold the world of an emulator", e);
    }
  }

  /** What can be read of a file of any version; the oldest did not say which they were. */
  private record Head(@Nullable Integer format) {}

  private record Kept(int format, @Nullable WorldState world) {}

  /** Replaces the file at once: a reader sees the world before or after, never half of it. */
  void write(WorldState state) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path whole = Files.createTempFile(folder, "world", ".tmp");
      if (Files.getFileStore(whole).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(whole, RecordJson.write(new Kept(FORMAT, state)));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
