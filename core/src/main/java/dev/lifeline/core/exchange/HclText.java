package dev.lifeline.core.exchange;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inside of a quoted string in HashiCorp's configuration language (HCL: template literals). */
final class HclText {
  /** What would begin a template; several in a row, and it is unclear which one does. */
  private static final Pattern TEMPLATE = Pattern.compile("([$%]+)\\{");

  private HclText() {}

  static String escape(String text) {
    var escaped = new StringBuilder();
    text.codePoints().forEach(character -> append(escaped, character));
    return withoutTemplates(escaped.toString());
  }

  private static void append(StringBuilder escaped, int character) {
    switch (character) {
      case '\\' -> escaped.append("\\\\");
      case '"' -> escaped.append("\\\"");
      case '\n' -> escaped.append("\\n");
      case '\r' -> escaped.append("\\r");
      case '\t' -> escaped.append("\\t");
      default -> {
        if (Character.isISOControl(character)) {
          escaped.append(unicode(character));
        } else {
          escaped.appendCodePoint(character);
        }
      }
    }
  }

  private static String withoutTemplates(String text) {
    return TEMPLATE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(literal(match.group(1)) + "{"));
  }

  private static String literal(String signs) {
    if (signs.length() == 1) {
      return signs + signs;
    }
    var escaped = new StringBuilder();
    signs.chars().forEach(sign -> escaped.append(unicode(sign)));
    return escaped.toString();
  }

  private static String unicode(int character) {
    return String.format(Locale.ROOT, "\\u%04x", character);
  }
}
