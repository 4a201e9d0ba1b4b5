package dev.lifeline.core.model;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A secret text: a password, a token, a key. It never prints; whoever needs the characters asks
 * with {@link #reveal()} and keeps them no longer than the request that they go into. Thread-safe.
 */
public final class Secret {
  private final char[] characters;

  private Secret(char[] characters) {
    if (characters.length == 0) {
      throw new IllegalArgumentException("a secret is not empty");
    }
    this.characters = characters;
  }

  /**
   * A secret of these characters, blanks at either end included.
   *
   * @throws IllegalArgumentException when the text is empty
   */
  public static Secret of(CharSequence text) {
    char[] copy = new char[text.length()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = text.charAt(i);
    }
    return new Secret(copy);
  }

  /** A secret of UTF-8 bytes. */
  public static Secret ofUtf8(byte[] bytes) {
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    return of(decoded);
  }

  /** The secret as text: for the request or the encryption that it goes into, and nothing else. */
  public String reveal() {
    return new String(characters);
  }

  /** Whether the text begins or ends with a blank, which Entra ID does not accept in a password. */
  public boolean hasOuterBlanks() {
    return Character.isWhitespace(characters[0])
        || Character.isWhitespace(characters[characters.length - 1]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && Arrays.equals(characters, that.characters);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(characters);
  }

  /** Always {@code ***}. */
  @Override
  public String toString() {
    return "***";
  }
}
