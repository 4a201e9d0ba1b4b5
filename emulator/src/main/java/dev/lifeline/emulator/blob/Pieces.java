package dev.lifeline.emulator.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that hold the bytes of blobs and blocks. A piece lives as long as somebody holds it: a
 * blob, an uncommitted block, or a reader under way; so a reader finishes the version that it began
 * although the blob is replaced meanwhile. Thread-safe.
 */
final class Pieces {
  private static final String SUFFIX = ".bytes";
  private static final int BUFFER = 64 * 1024;

  private final Path folder;
  private final Map<Long, Integer> holders = new HashMap<>();
  private long lastNumber;

  /**
   * Pieces in a folder.
   *
   * @param lastNumber numbers up to this one are taken
   */
  Pieces(Path folder, long lastNumber) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.lastNumber = lastNumber;
  }

  /** A number that was never given before. */
  synchronized long nextNumber() {
    return ++lastNumber;
  }

  synchronized long lastNumber() {
    return lastNumber;
  }

  /**
   * Writes a new piece, held once.
   *
   * @throws EOFException if the source ends early; nothing is kept then
   */
  Piece write(InputStream source, long size, Checksums checksums) throws IOException {
    var piece = new Piece(nextNumber(), size);
    boolean complete = false;
    try (OutputStream out = Files.newOutputStream(file(piece), StandardOpenOption.CREATE_NEW)) {
      copy(source, size, checksums, out);
      complete = true;
    } finally {
      if (!complete) {
        Files.deleteIfExists(file(piece));
      }
    }
    hold(List.of(piece));
    return piece;
  }

  synchronized void hold(Collection<Piece> pieces) {
    pieces.forEach(piece -> holders.merge(piece.number(), 1, Integer::sum));
  }

  /** Lets go; who was the last holder of a piece deletes its file. */
  synchronized void release(Collection<Piece> pieces) {
    for (Piece piece : pieces) {
      if (holders.merge(piece.number(), -1, Integer::sum) <= 0) {
        holders.remove(piece.number());
        discard(file(piece));
      }
    }
  }

  /**
   * Writes a range of the concatenated pieces.
   *
   * @throws IOException if the reader is gone, or the pieces were let go of before the begin
   */
  void read(List<Piece> pieces, ByteRange range, OutputStream out) throws IOException {
    holdForReading(pieces);
    try {
      long begin = 0;
      for (Piece piece : pieces) {
        long from = Math.max(range.first() - begin, 0);
        long to = Math.min(piece.size(), range.last() - begin + 1);
        if (from < to) {
          copyFrom(piece, from, to, out);
        }
        begin += piece.size();
      }
    } finally {
      release(pieces);
    }
  }

  /** Deletes the files that nobody holds: what a crash has left. */
  synchronized void deleteOrphans() throws IOException {
    Set<String> held =
        holders.keySet().stream().map(number -> number + SUFFIX).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> !held.contains(file.getFileName().toString())).forEach(Pieces::discard);
    }
  }

  private synchronized void holdForReading(List<Piece> pieces) throws IOException {
    for (Piece piece : pieces) {
      if (!holders.containsKey(piece.number())) {
        throw new NoSuchFileException("the blob was replaced before it could be read");
      }
    }
    hold(pieces);
  }

  private void copyFrom(Piece piece, long from, long to, OutputStream out) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, to - from)];
    try (FileChannel file = FileChannel.open(file(piece), StandardOpenOption.READ)) {
      for (long at = from; at < to; ) {
        int wanted = (int) Math.min(buffer.length, to - at);
        int count = file.read(ByteBuffer.wrap(buffer, 0, wanted), at);
        if (count < 0) {
          throw new EOFException("a file of the blob storage is too short");
        }
        out.write(buffer, 0, count);
        at += count;
      }
    }
  }

  private static void copy(InputStream source, long size, Checksums checksums, OutputStream out)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long missing = size;
    while (missing > 0) {
      int count = source.read(buffer, 0, (int) Math.min(buffer.length, missing));
      if (count < 0) {
        throw new EOFException("the body ended %d bytes early".formatted(missing));
      }
      checksums.update(buffer, 0, count);
      out.write(buffer, 0, count);
      missing -= count;
    }
  }

  private Path file(Piece piece) {
    return folder.resolve(piece.number() + SUFFIX);
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It costs only room, and the next start tries again.
    }
  }
}
