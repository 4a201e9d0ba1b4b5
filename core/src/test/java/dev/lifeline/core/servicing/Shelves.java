package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Shelves of a home folder, as many as anybody wants; in memory where the system has such a place.
 */
final class Shelves implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");

  private final Path home;
  private final Shelf shelf;
  private int number;

  private Shelves(Path home, Shelf shelf) {
    this.home = home;
    this.shelf = shelf;
  }

  static Shelves open() throws IOException {
    Path home =
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, "lifeline")
            : Files.createTempDirectory("lifeline");
    ConnectionFolder folder =
        new ConnectionFolder(home, new ManualTime(InstantSource.system().instant()));
    folder.create(
        new ServiceConnection(
            "contoso",
            new AuthenticationEndpoint(URI.create("https://login.example/organizations")),
            new ApiEndpoint(URI.create("https://lcsapi.example")),
            "deploy@contoso.example",
            new ClientId("00000000-0000-0000-0000-000000000001"),
            null,
            null),
        new Credential.Password(Secret.of("unused")),
        null);
    return new Shelves(home, folder.open("contoso").memory().shelf("operations").orElseThrow());
  }

  /** One that nobody has used. */
  Shelf next() {
    return shelf.part(Integer.toString(number++));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      all.sorted(Comparator.reverseOrder()).forEach(Shelves::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
