package dev.lifeline.core.blob;

import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/**
 * A file that is not whole yet, beside the place where it will stand, for one run at a time. What a
 * run leaves, another one can go on with. Several threads write and read it at once.
 */
final class PartialFile implements AutoCloseable {
  private static final String SUFFIX = ".lifeline-part";

  private final Path partial;
  private final Path target;
  private volatile FileChannel channel;

  PartialFile(Path partial, Path target, FileChannel channel) {
    this.partial = partial;
    this.target = target;
    this.channel = channel;
  }

  /**
   * What there is of a file, or an empty one.
   *
   * @throws LifelineException TARGET_NOT_WRITABLE, also when another run is fetching it; DISK_FULL
   */
  static PartialFile beside(Path target) {
    Path whole = target.toAbsolutePath();
    Path folder = Objects.requireNonNull(whole.getParent());
    Path partial = folder.resolve("." + whole.getFileName() + SUFFIX);
    try {
      Files.createDirectories(folder);
      return new PartialFile(partial, whole, opened(partial, whole));
    } catch (IOException e) {
      throw isFull(e) ? full(whole, e) : notWritable(folder, e);
    }
  }

  private static FileChannel opened(Path partial, Path target) throws IOException {
    FileChannel channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS); // nobody leads it elsewhere
    requireAlone(channel, target);
    return channel;
  }

  private static void requireAlone(FileChannel channel, Path target) throws IOException {
    boolean alone;
    try {
      alone = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      alone = false; // a thread of this process
    }
    if (!alone) {
      channel.close();
      throw Problem.of(
              ProblemCode.TARGET_NOT_WRITABLE, "'" + target + "' is being downloaded already")
          .why("Another run of Lifeline fetches the same file into the same folder.")
          .fix("wait for the other run, or choose another folder with --to")
          .raise();
    }
  }

  /** Where its journal is. */
  Path journal() {
    return partial.resolveSibling(partial.getFileName() + ".log");
  }

  /** Whether nothing is in it. */
  boolean isEmpty() {
    try {
      return !Files.exists(partial) || Files.size(partial) == 0; // its channel may be closed
    } catch (IOException e) {
      throw notWritable(partial, e);
    }
  }

  /** Writes all bytes of a buffer. */
  void write(long position, ByteBuffer bytes) {
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Reads a buffer full at most, and at least one byte. */
  int read(long position, ByteBuffer into) {
    try {
      int count = channel.read(into, position);
      if (count < 0) {
        throw new EOFException("the file has become shorter");
      }
      return count;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Returns when the disk has all that was written so far. */
  void settle() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Gives the whole file its name. */
  void complete(long sizeBytes, boolean replace) {
    try {
      channel.truncate(sizeBytes);
      channel.force(true);
      channel.close();
      if (replace) {
        moveOver();
      } else {
        moveBeside();
      }
      Files.deleteIfExists(journal());
    } catch (FileAlreadyExistsException e) {
      throw TargetFile.taken(target).raise(e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void moveOver() throws IOException {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A hard link fails when the name is taken, which a move on POSIX does not. */
  private void moveBeside() throws IOException {
    try {
      Files.createLink(target, partial);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      Files.move(partial, target);
      return;
    }
    Files.delete(partial);
  }

  /** Forgets what is in it, so that another download can begin. */
  void clear() {
    try {
      if (!channel.isOpen()) { // an interruption closes it
        channel = opened(partial, target);
      }
      channel.truncate(0);
      Files.deleteIfExists(journal());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Leaves nothing of it. */
  void discard() {
    try {
      channel.close();
      Files.deleteIfExists(journal());
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw notWritable(partial, e);
    }
  }

  /** Leaves it as it is, for another run. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw notWritable(partial, e);
    }
  }

  /** The problem of bytes that are not the blob's. */
  Problem damaged(String how) {
    return Problem.of(
            ProblemCode.CONTENT_DAMAGED,
            "the file '" + target.getFileName() + "' did not arrive as it is: " + how)
        .why("Something changed it in the store or on the way. Nothing was kept.")
        .fix("download it again; if it stays so, upload the asset anew");
  }

  /** The problem that this file has with its disk. */
  LifelineException failed(IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return Interruptions.raise(new InterruptedException());
    }
    return isFull(cause) ? full(target, cause) : notWritable(target, cause);
  }

  /** The JDK has no type for it; these are the words of Linux, macOS and Windows. */
  private static boolean isFull(IOException cause) {
    String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space")
        || words.contains("quota")
        || words.contains("not enough space");
  }

  private static LifelineException full(Path target, IOException cause) {
    return Problem.of(ProblemCode.DISK_FULL, "no space left for '" + target + "'")
        .why("The disk is full or a quota is used up. The part that had arrived was removed again.")
        .fix("make room, or choose another folder with --to")
        .raise(cause);
  }

  private static LifelineException notWritable(Path path, IOException cause) {
    return Problem.of(ProblemCode.TARGET_NOT_WRITABLE, "'" + path + "' cannot be written")
        .why("The system says: " + cause.getClass().getSimpleName() + ".")
        .fix("check the folder's permissions, or choose another folder with --to")
        .raise(cause);
  }
}
