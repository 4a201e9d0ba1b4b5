package dev.lifeline.emulator.lcs;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of a backup: a few MiB that do not compress, the same for the same name. */
final class BackupContent {

  /** How many bytes a backup has. */
  static final int SIZE = 5 << 20;

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private BackupContent() {}

  /** The bytes of the backup of that name. */
  static byte[] of(String name) {
    byte[] bytes = new byte[SIZE];
    ByteBuffer words = ByteBuffer.wrap(bytes);
    long seed = Arrays.hashCode(name.toCharArray());
    while (words.hasRemaining()) {
      seed += STEP;
      long mixed = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
      words.putLong(mixed ^ (mixed >>> 27));
    }
    return bytes;
  }
}
