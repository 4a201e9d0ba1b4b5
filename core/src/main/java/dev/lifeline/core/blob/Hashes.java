package dev.lifeline.core.blob;

import dev.lifeline.core.crypto.NativeCrypto;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The hashes that a transfer needs; native ones, since a file's every byte goes through them. */
final class Hashes {
  private Hashes() {}

  static MessageDigest md5() {
    return NativeCrypto.digest("MD5");
  }

  static MessageDigest sha256() {
    return NativeCrypto.digest("SHA-256");
  }

  /** The SHA-256 of a text, in hexadecimal digits. */
  static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
