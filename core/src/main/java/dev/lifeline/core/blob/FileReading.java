package dev.lifeline.core.blob;

import dev.lifeline.core.problem.Interruptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** A file that several threads read at once, in pieces. Thread-safe. */
final class FileReading implements AutoCloseable {
  /** As much as is held in memory for each thread that reads. */
  private static final int PIECE_BYTES = 128 * 1024;

  private final SourceFile file;
  private final FileChannel channel;

  private FileReading(SourceFile file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FileReading of(SourceFile file) {
    try {
      return new FileReading(file, FileChannel.open(file.path(), StandardOpenOption.READ));
    } catch (IOException e) {
      throw SourceFile.unreadable(file.path(), e);
    }
  }

  /** Room for a piece, outside the heap: files and native code would copy it from there. */
  static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(PIECE_BYTES);
  }

  /** What takes the pieces, each whole. */
  @FunctionalInterface
  interface Taker<E extends Exception> {
    void take(ByteBuffer piece) throws E;
  }

  /**
   * Hands a stretch over, piece by piece.
   *
   * @param buffer of {@link #buffer()}, which holds each piece in turn
   * @throws E what the taker throws
   * @throws dev.lifeline.core.problem.LifelineException FILE_CHANGED when the file is shorter now;
   *     FILE_UNREADABLE; INTERRUPTED
   */
  <E extends Exception> void read(long offset, long length, ByteBuffer buffer, Taker<E> taker)
      throws E {
    long done = 0;
    while (done < length) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
      int count = fill(buffer, offset + done);
      if (count < 0) {
        throw file.changed().raise();
      }
      taker.take(buffer.flip());
      done += count;
    }
  }

  private int fill(ByteBuffer buffer, long position) {
    try {
      return channel.read(buffer, position);
    } catch (ClosedByInterruptException e) {
      throw Interruptions.raise(new InterruptedException());
    } catch (IOException e) {
      throw SourceFile.unreadable(file.path(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw SourceFile.unreadable(file.path(), e);
    }
  }
}
