package dev.lifeline.core.blob;

import java.security.MessageDigest;
import java.util.Base64;

/** One block of a file in a buffer that is used again once the block has arrived. */
final class Block {
  private final String id;
  private final byte[] buffer;
  private final int length;

  Block(String id, byte[] buffer, int length) {
    this.id = id;
    this.buffer = buffer;
    this.length = length;
  }

  String id() {
    return id;
  }

  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  /** In base64, as the blob service checks it. */
  String md5() {
    MessageDigest hash = Hashes.md5();
    hash.update(buffer, 0, length);
    return Base64.getEncoder().encodeToString(hash.digest());
  }
}
