package dev.lifeline.emulator.graph;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What Entra ID demands of a password: 8 to 256 characters of at least three of four kinds. */
final class PasswordRules {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;
  private static final int KINDS = 3;
  private static final List<Pattern> ALL_KINDS =
      List.of(
          Pattern.compile("\\p{Ll}"),
          Pattern.compile("\\p{Lu}"),
          Pattern.compile("\\p{Nd}"),
          Pattern.compile("[^\\p{Ll}\\p{Lu}\\p{Nd}]"));

  private PasswordRules() {}

  static boolean isWeak(String text) {
    long kinds = ALL_KINDS.stream().filter(it -> it.matcher(text).find()).count();
    return text.length() < SHORTEST || text.length() > LONGEST || kinds < KINDS;
  }

  static boolean contains(String text, String name) {
    return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }
}
