package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Random;

/**
 * What is sent and fetched: random bytes that repeat, so that the service needs no disk. The name
 * of its file ends in .zip, as that of a package does.
 *
 * @param size in bytes
 * @param md5 of all of it, in base64
 */
record Blob(long size, String md5) {
  static final int MEBIBYTE = 1024 * 1024;

  /** As long as a record of TLS fits in many times; a multiple of every block size that is used. */
  private static final int REPEATS_AFTER = 32 * MEBIBYTE;

  private static final ByteBuffer PATTERN = pattern();

  static Blob of(int mebibytes) throws GeneralSecurityException {
    long size = (long) mebibytes * MEBIBYTE;
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    for (long at = 0; at < size; ) {
      ByteBuffer stretch = stretch(at, size - at);
      at += stretch.remaining();
      md5.update(stretch);
    }
    return new Blob(size, Base64.getEncoder().encodeToString(md5.digest()));
  }

  /** A part of it that begins there, at most that long, at least one byte. */
  static ByteBuffer stretch(long from, long most) {
    int begin = (int) (from % REPEATS_AFTER);
    return PATTERN.slice(begin, (int) Math.min(most, REPEATS_AFTER - begin));
  }

  void writeTo(Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < size; ) {
        at += out.write(stretch(at, size - at));
      }
    }
  }

  private static ByteBuffer pattern() {
    byte[] bytes = new byte[MEBIBYTE];
    Random random = new Random(42);
    ByteBuffer pattern = ByteBuffer.allocateDirect(REPEATS_AFTER);
    while (pattern.hasRemaining()) {
      random.nextBytes(bytes);
      pattern.put(bytes);
    }
    return pattern.flip();
  }
}
