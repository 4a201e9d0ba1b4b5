package dev.lifeline.emulator.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The checksums of bytes that pass by: those that somebody asked for. */
final class Checksums {
  private final @Nullable MessageDigest md5;
  private final @Nullable Crc64 crc64;

  Checksums(boolean md5, boolean crc64) {
    this.md5 = md5 ? newMd5() : null;
    this.crc64 = crc64 ? new Crc64() : null;
  }

  void update(byte[] bytes, int offset, int length) {
    if (md5 != null) {
      md5.update(bytes, offset, length);
    }
    if (crc64 != null) {
      crc64.update(bytes, offset, length);
    }
  }

  /** The MD5 in base64; ends the count. */
  String md5() {
    if (md5 == null) {
      throw new IllegalStateException("no MD5 was asked for");
    }
    return Base64.getEncoder().encodeToString(md5.digest());
  }

  /** The CRC-64 in the spelling of its header. */
  String crc64() {
    if (crc64 == null) {
      throw new IllegalStateException("no CRC-64 was asked for");
    }
    return crc64.base64();
  }

  private static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no MD5", e);
    }
  }
}
