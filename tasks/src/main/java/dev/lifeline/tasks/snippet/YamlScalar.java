package dev.lifeline.tasks.snippet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text as a scalar of YAML 1.1 and 1.2 that nobody reads as anything else than that text. */
final class YamlScalar {
  /** Words and paths, with single blanks between them, none of which ends in a colon. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z$/](?:[\\w$()./-]|:(?! |$)| (?=[\\w$()/.]))*");

  private static final Set<String> WORDS_WITH_A_MEANING =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlScalar() {}

  static String of(String text) {
    if (PLAIN.matcher(text).matches()
        && !WORDS_WITH_A_MEANING.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    return text.codePoints().allMatch(YamlScalar::isPrintable)
        ? "'" + text.replace("'", "''") + "'"
        : '"' + escaped(text) + '"';
  }

  /** What may stand in YAML as it is, and does not end a line for any reader. */
  private static boolean isPrintable(int c) {
    return c >= ' ' && !(c >= 0x7F && c < 0xA0) && !isOdd(c);
  }

  private static boolean isOdd(int c) {
    boolean isSeparator = c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    return isSeparator || (c >= 0xD800 && c < 0xE000) || (c & 0xFFFE) == 0xFFFE;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
              } else if (isPrintable(c)) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append("\\U%08X".formatted(c));
              }
            });
    return escaped.toString();
  }
}
