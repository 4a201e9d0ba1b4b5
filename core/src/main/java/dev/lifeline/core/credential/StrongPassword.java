package dev.lifeline.core.credential;

import dev.lifeline.core.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes passwords that nobody has to type: 32 characters out of four classes, which no policy of
 * Entra ID finds weak. None looks like another, and none means anything to a shell, to XML or to
 * HCL, so that the password survives the files and variables that people put it into.
 */
public final class StrongPassword {
  /** About 188 bits. */
  private static final int LENGTH = 32;

  private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String DIGITS = "23456789";
  private static final String SYMBOLS = "-_.+=:";
  private static final List<String> CLASSES = List.of(LOWER, UPPER, DIGITS, SYMBOLS);

  private final RandomGenerator random;

  /**
   * @param random nobody must be able to foretell it: a {@link java.security.SecureRandom}
   */
  public StrongPassword(RandomGenerator random) {
    this.random = random;
  }

  /** A password that was never given before. */
  public Secret next() {
    List<Character> inner = new ArrayList<>();
    CLASSES.forEach(each -> inner.add(oneOf(each)));
    while (inner.size() < LENGTH - 2) {
      inner.add(oneOf(LOWER + UPPER + DIGITS + SYMBOLS));
    }
    StringBuilder password = new StringBuilder(LENGTH);
    password.append(oneOf(LOWER + UPPER)); // a hyphen in front would make an option of it
    while (!inner.isEmpty()) {
      password.append(inner.remove(random.nextInt(inner.size())).charValue());
    }
    return Secret.of(password.append(oneOf(LOWER + UPPER + DIGITS)));
  }

  private char oneOf(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }
}
