package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder beside the connections in which a run leaves something for a later one: small texts, and
 * files that others write. Folder and texts are for their owner alone, and a text is replaced as a
 * whole. What does not work, such as a folder that is mounted read-only, is not kept: nothing here
 * throws, since what was asked of LCS matters more. Thread-safe.
 */
public final class Shelf {
  private static final String LOCK = ".lock";
  private static final String UNFINISHED = ".new";
  private static final byte[] TOUCHED = {'\n'};

  /** A file lock belongs to the process: its threads have to take turns before they ask for it. */
  private static final ReentrantLock CHANGES_OF_THIS_PROCESS = new ReentrantLock();

  private final Path folder;
  private final Function<Secret, Optional<String>> sealing;
  private final Function<String, Optional<Secret>> opening;

  /**
   * Touches nothing yet.
   *
   * @param sealing makes of a secret a text that only this connection's key opens
   * @param opening the reverse; empty for what it did not seal
   */
  Shelf(
      Path folder,
      Function<Secret, Optional<String>> sealing,
      Function<String, Optional<Secret>> opening) {
    this.folder = folder;
    this.sealing = sealing;
    this.opening = opening;
  }

  /** A shelf that is that folder, and seals nothing. */
  public static Shelf of(Path folder) {
    return new Shelf(folder, secret -> Optional.empty(), text -> Optional.empty());
  }

  /** A shelf of its own in this one. */
  public Shelf part(String name) {
    return new Shelf(folder.resolve(name), sealing, opening);
  }

  /** A text that only this connection can read again; empty when its key cannot be had. */
  public Optional<String> seal(Secret secret) {
    return sealing.apply(secret);
  }

  /** What {@link #seal} sealed; empty when it was sealed elsewhere, or edited. */
  public Optional<Secret> open(String sealed) {
    return opening.apply(sealed);
  }

  /** The text of that name; empty when there is none. */
  public Optional<String> read(String name) {
    try {
      String text = Files.readString(path(name), StandardCharsets.UTF_8);
      OwnerOnly.tighten(path(name));
      return Optional.of(text);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a text: a reader sees the old one or the new.
   *
   * @return whether it is kept now
   */
  public boolean write(String name, String text) {
    try {
      OwnerOnly.createFolders(folder);
      Path unfinished = Files.createTempFile(folder, name, UNFINISHED); // for its owner alone
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(unfinished, path(name), StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The name of a file survives a loss of power when its folder is on the disk too. */
  private void forceFolder() {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    } catch (IOException e) {
      // not every system opens a folder; there the file system's own journal has to do
    }
  }

  /**
   * Changes a text in turn with all threads and processes. What the step throws passes through;
   * then the text stays.
   *
   * @param step makes the new text of the old one, which is empty when there is none; not called
   *     when the folder cannot be written
   * @return whether the new text is kept now
   */
  public boolean change(String name, Function<Optional<String>, String> step) {
    CHANGES_OF_THIS_PROCESS.lock();
    try {
      OwnerOnly.createFolders(folder);
      var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try (FileChannel channel = OwnerOnly.open(path(name + LOCK), options);
          FileLock lock = channel.lock()) {
        return lock.isValid() && write(name, step.apply(read(name)));
      }
    } catch (IOException e) {
      return false;
    } finally {
      CHANGES_OF_THIS_PROCESS.unlock();
    }
  }

  /** Forgets a text or a file; nothing happens when there is none. */
  public void remove(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      // it stays until it is swept
    }
  }

  /** Where a file of that name is or would be; its folder exists when a name is held. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /**
   * Makes a name the caller's own among all threads and processes.
   *
   * @return what gives it back; empty when somebody else has it, or the folder cannot be written
   */
  public Optional<Held> hold(String name) {
    try {
      OwnerOnly.createFolders(folder);
      var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileChannel channel = OwnerOnly.open(path(name + LOCK), options);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.write(ByteBuffer.wrap(TOUCHED), 0); // so that nobody sweeps what is in use
      return Optional.of(new Held(channel));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether something can be kept here; false also when the folder cannot be made. */
  public boolean isWritable() {
    try {
      OwnerOnly.createFolders(folder);
      return Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }

  /** A name that differs where any of these parts does. */
  public static String key(List<String> parts) {
    String text =
        parts.stream().map(part -> part.length() + " " + part).collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A name that is the caller's own until this is closed. */
  public static final class Held implements AutoCloseable {
    private final FileChannel channel;

    private Held(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        // the lock ends with the process at the latest
      }
    }
  }

  /** Removes what nobody has touched for so long. */
  public void sweep(Instant now, Duration untouched) {
    for (Path file : files()) {
      try {
        Instant touched = Files.getLastModifiedTime(file).toInstant();
        if (touched.plus(untouched).isBefore(now)) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        // somebody else was faster
      }
    }
  }

  private List<Path> files() {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process
    }
  }
}
