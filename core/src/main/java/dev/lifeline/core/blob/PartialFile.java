package dev.lifeline.core.blob;

import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** A file that is not whole yet, beside the place where it will stand. Gone unless completed. */
final class PartialFile implements AutoCloseable {
  private final Path partial;
  private final Path target;
  private final FileChannel channel;

  PartialFile(Path partial, Path target, FileChannel channel) {
    this.partial = partial;
    this.target = target;
    this.channel = channel;
  }

  static PartialFile beside(Path target, UUID id) {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    Path partial = folder.resolve(".lifeline-" + id + ".partial");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new PartialFile(partial, target.toAbsolutePath(), channel);
    } catch (IOException e) {
      throw isFull(e) ? full(target, e) : notWritable(folder, e);
    }
  }

  void write(byte[] buffer, int length) {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Gives the whole file its name. */
  void complete(boolean replace) {
    try {
      channel.force(true);
      channel.close();
      if (replace) {
        moveOver();
      } else {
        moveBeside();
      }
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
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw notWritable(partial, e);
    }
  }

  private LifelineException failed(IOException cause) {
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
