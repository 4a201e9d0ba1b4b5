package dev.lifeline.hub.access;

import dev.lifeline.core.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What personal access tokens consist of: 52 characters, which Azure DevOps' clients recognize
 * (Service Endpoints REST: authentication), 260 random bits. Kept is the SHA-256 of it: nothing so
 * random needs a slow hash.
 */
public final class TokenText {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 52;

  private TokenText() {}

  /** A new one. */
  public static Secret random(RandomGenerator random) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return Secret.of(text);
  }

  /** What is kept of one, 64 hex digits; letters compare without case, as Azure DevOps does. */
  public static String hash(Secret text) {
    try {
      byte[] bytes = text.reveal().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
