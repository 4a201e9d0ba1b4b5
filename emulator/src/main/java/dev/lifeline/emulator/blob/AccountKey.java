package dev.lifeline.emulator.blob;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of a storage account: signs, and prints as {@code ***}. Thread-safe. */
public final class AccountKey {
  private static final int LENGTH = 64;
  private static final String HMAC = "HmacSHA256";

  private final byte[] bytes;

  private AccountKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new key. */
  public static AccountKey fresh(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new AccountKey(bytes);
  }

  /**
   * The key in the spelling in which Azure shows it.
   *
   * @throws IllegalArgumentException if the text is not base64, or is empty
   */
  public static AccountKey fromBase64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // The decoder's own message quotes a character of the key.
      throw new IllegalArgumentException("the account key is not base64");
    }
    if (bytes.length == 0) {
      throw new IllegalArgumentException("the account key is empty");
    }
    return new AccountKey(bytes);
  }

  /** The base64 HMAC-SHA256 of a text. */
  String sign(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(bytes, HMAC));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }

  /** For the file that keeps the key, and for nothing else. */
  String toBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "***";
  }
}
