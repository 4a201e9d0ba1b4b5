package dev.lifeline.core.blob;

import dev.lifeline.core.model.BlockCheck;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file once from front to back, hashes it, and hands out its blocks. A block carries the
 * checksum of the bytes that went into the hash of the whole, and the store holds what it is sent
 * against it: so what is stored is what was hashed.
 */
final class BlockCutter implements Crew.Companion, Crew.Pieces<UploadBlock> {
  /** So far it runs ahead of the senders; they find the bytes in the system's cache. */
  private static final int AHEAD = 32;

  private static final UploadBlock END = new UploadBlock(-1, 0, 0, 0);

  private final SourceFile file;
  private final FileReading reading;
  private final int blockBytes;
  private final BlockCheck check;
  private final BlockingQueue<UploadBlock> cut = new ArrayBlockingQueue<>(AHEAD);
  private final MessageDigest sha256 = Hashes.sha256();
  private final MessageDigest md5 = Hashes.md5();
  private final Crc64 crc = new Crc64();
  private final ByteBuffer buffer = FileReading.buffer();

  BlockCutter(SourceFile file, FileReading reading, int blockBytes, BlockCheck check) {
    this.file = file;
    this.reading = reading;
    this.blockBytes = blockBytes;
    this.check = check;
  }

  @Override
  public void run() throws InterruptedException {
    int index = 0;
    for (long offset = 0; offset < file.sizeBytes(); offset += blockBytes) {
      int length = (int) Math.min(blockBytes, file.sizeBytes() - offset);
      long checksum = check == BlockCheck.NONE ? 0 : hashed(offset, length);
      cut.put(new UploadBlock(index++, offset, length, checksum));
    }
    cut.put(END);
  }

  private long hashed(long offset, int length) {
    reading.read(
        offset,
        length,
        buffer,
        piece -> {
          sha256.update(piece);
          if (check == BlockCheck.MD5) {
            md5.update(piece.rewind());
          }
          crc.update(piece.rewind());
        });
    return crc.value();
  }

  @Override
  public @Nullable UploadBlock next() throws InterruptedException {
    UploadBlock block = cut.take();
    if (block.index() < 0) {
      cut.put(END); // for the others
      return null;
    }
    return block;
  }

  /**
   * Of the whole file, in hex digits, once the cutting has come to its end; null when nothing is to
   * be checked, since it would only tell of a file that nobody held what was sent against.
   */
  @Nullable String sha256() {
    return check == BlockCheck.NONE ? null : HexFormat.of().formatHex(sha256.digest());
  }

  /** Of the whole file, in base64; null when it was not asked for. */
  @Nullable String md5() {
    return check == BlockCheck.MD5 ? Base64.getEncoder().encodeToString(md5.digest()) : null;
  }
}
