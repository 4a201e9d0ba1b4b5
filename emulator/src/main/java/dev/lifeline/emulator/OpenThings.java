package dev.lifeline.emulator;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What was opened and has to be closed, the last first. */
final class OpenThings implements AutoCloseable {

  private final Deque<Closeable> closings = new ArrayDeque<>();

  /** Remembers how something is closed. */
  synchronized void closeLater(Closeable closing) {
    closings.push(closing);
  }

  /** A new folder that is removed at the end with all that is in it. */
  Path temporaryFolder() throws IOException {
    Path folder = Files.createTempDirectory("lifeline-emulator");
    closeLater(() -> remove(folder));
    return folder;
  }

  /**
   * Closes everything, once; what fails does not keep the rest open. An interrupted thread closes
   * too, and stays interrupted: files could not be written and removed with the flag set.
   *
   * @throws UncheckedIOException with the last failure, when all has been tried
   */
  @Override
  public synchronized void close() {
    boolean interrupted = Thread.interrupted();
    try {
      closeAll();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void closeAll() {
    IOException failure = null;
    while (!closings.isEmpty()) {
      try {
        closings.pop().close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
