package dev.lifeline.core.lookup;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name with {@code *} as the wildcard, compared without regard to case (LCS API: asset library).
 */
public final class NamePattern {
  private final Pattern pattern;

  private NamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The pattern that people write. */
  public static NamePattern of(String text) {
    StringBuilder regex = new StringBuilder();
    for (String literal : text.toLowerCase(Locale.ROOT).split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
    }
    return new NamePattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Whether the name fits. */
  public boolean matches(String name) {
    return pattern.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
