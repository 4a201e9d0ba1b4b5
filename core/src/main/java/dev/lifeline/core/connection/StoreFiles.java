package dev.lifeline.core.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The three files of a connection folder: read as they are, replaced whole, changed in turn. */
final class StoreFiles {
  static final String CONNECTIONS = "connections.json";
  static final String KEY = "connections.key";
  private static final String LOCK = "connections.lock";
  private static final String UNFINISHED = ".new";

  /** A file lock belongs to the process: its threads have to take turns before they ask for it. */
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private final Path folder;
  private final StoreFaults faults;

  StoreFiles(Path folder) {
    this.folder = folder;
    this.faults = new StoreFaults(folder);
  }

  /** A place in the folder. */
  Path beside(String name) {
    return folder.resolve(name);
  }

  StoreFaults faults() {
    return faults;
  }

  /** Everything that is stored; an empty store when there is no file yet. */
  Store read() {
    Path file = folder.resolve(CONNECTIONS);
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      OwnerOnly.tighten(file);
      return StoreJson.read(text, faults);
    } catch (NoSuchFileException e) {
      return Store.EMPTY;
    } catch (CharacterCodingException e) {
      throw faults.damaged("it is not text");
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
  }

  /** Only while {@link #exclusively} runs. */
  void write(Store store) {
    replace(CONNECTIONS, StoreJson.write(store).getBytes(StandardCharsets.UTF_8));
  }

  /** Changes what is stored, in turn with everybody else; what stays the same is not written. */
  void change(UnaryOperator<Store> step) {
    exclusively(
        () -> {
          Store store = read();
          Store changed = step.apply(store);
          if (!changed.equals(store)) {
            write(changed);
          }
        });
  }

  boolean hasKey() {
    return !Files.notExists(folder.resolve(KEY));
  }

  /** The content of the key's file. */
  byte[] readKey() {
    Path file = folder.resolve(KEY);
    try {
      byte[] keyset = Files.readAllBytes(file);
      OwnerOnly.tighten(file);
      return keyset;
    } catch (NoSuchFileException e) {
      throw faults.keyMissing();
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
  }

  /** Only while {@link #exclusively} runs. */
  void writeKey(byte[] keyset) {
    replace(KEY, keyset);
  }

  /** Runs a change while no other thread and no other process runs one. */
  void exclusively(Runnable change) {
    THIS_PROCESS.lock();
    try {
      lockedAcrossProcesses(change);
    } catch (IOException e) {
      throw faults.unwritable(e);
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private void lockedAcrossProcesses(Runnable change) throws IOException {
    OwnerOnly.createFolders(folder);
    var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try (FileChannel channel = OwnerOnly.open(folder.resolve(LOCK), options);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IOException("the lock was lost");
      }
      change.run();
    }
  }

  /** Writes beside the file, then moves over it: a reader sees the old content or the new. */
  private void replace(String name, byte[] content) {
    Path file = folder.resolve(name);
    Path unfinished = folder.resolve(name + UNFINISHED);
    try {
      // left by a process that was killed; whoever holds the lock may clear it away
      Files.deleteIfExists(unfinished);
      var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = OwnerOnly.open(unfinished, options)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
    } catch (IOException e) {
      throw faults.unwritable(e);
    }
  }

  /** Makes the move itself survive a power cut, where folders can be opened (not on Windows). */
  private void forceFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // the move has happened all the same; only its durability is the system's to decide
    }
  }
}
