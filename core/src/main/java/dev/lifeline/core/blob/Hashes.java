package dev.lifeline.core.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of the JDK that every Java runtime has. */
final class Hashes {
  private Hashes() {}

  static MessageDigest md5() {
    return of("MD5");
  }

  static MessageDigest sha256() {
    return of("SHA-256");
  }

  private static MessageDigest of(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
