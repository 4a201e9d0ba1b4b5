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
 * What is sent and fetched: a software deployable package, since Lifeline looks at it first. Its
 * one module is random bytes that repeat, so that the service needs no disk.
 */
final class Blob {
  static final int MEBIBYTE = 1024 * 1024;

  private static final int REPEATS_AFTER = 32 * MEBIBYTE;
  private static final ByteBuffer PATTERN = pattern();

  private final ByteBuffer before;
  private final long module;
  private final ByteBuffer after;
  private final String md5;

  private Blob(PackageFrame frame, long module) throws GeneralSecurityException {
    this.before = frame.before();
    this.module = module;
    this.after = frame.after();
    MessageDigest digest = MessageDigest.getInstance("MD5");
    for (long at = 0; at < size(); ) {
      ByteBuffer stretch = stretch(at, size() - at);
      at += stretch.remaining();
      digest.update(stretch);
    }
    this.md5 = Base64.getEncoder().encodeToString(digest.digest());
  }

  static Blob of(int mebibytes) throws IOException, GeneralSecurityException {
    long module = (long) mebibytes * MEBIBYTE - PackageFrame.around(0).size();
    return new Blob(PackageFrame.around(module), module);
  }

  /** In bytes. */
  long size() {
    return before.capacity() + module + after.capacity();
  }

  /** Of all of it, in base64. */
  String md5() {
    return md5;
  }

  /** A part of it that begins there, at most that long, at least one byte. */
  ByteBuffer stretch(long from, long most) {
    long inModule = from - before.capacity();
    if (inModule < 0) {
      return slice(before, (int) from, most);
    }
    return inModule < module
        ? ofModule(inModule, Math.min(most, module - inModule))
        : slice(after, (int) (inModule - module), most);
  }

  /** A part of a module of any length. */
  static ByteBuffer ofModule(long from, long most) {
    return slice(PATTERN, (int) (from % REPEATS_AFTER), most);
  }

  void writeTo(Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < size(); ) {
        at += out.write(stretch(at, size() - at));
      }
    }
  }

  private static ByteBuffer slice(ByteBuffer of, int begin, long most) {
    return of.slice(begin, (int) Math.min(most, of.capacity() - begin));
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
