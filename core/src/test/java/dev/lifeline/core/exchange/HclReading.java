package dev.lifeline.core.exchange;

/**
 * Reads the inside of a quoted string as HashiCorp's specification says: backslash escapes, and a
 * dollar or percent sign twice for one that would begin a template.
 */
final class HclReading {
  private HclReading() {}

  static String literal(String quoted) {
    var text = new StringBuilder();
    int at = 0;
    while (at < quoted.length()) {
      char character = quoted.charAt(at);
      if (character == '\\') {
        at = escape(quoted, at, text);
      } else if (character == '$' || character == '%') {
        at = sign(quoted, at, text);
      } else if (Character.isISOControl(character)) {
        throw new AssertionError("a control character in a quoted string");
      } else {
        text.append(character);
        at++;
      }
    }
    return text.toString();
  }

  private static int escape(String quoted, int at, StringBuilder text) {
    char kind = quoted.charAt(at + 1);
    switch (kind) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case '"', '\\' -> text.append(kind);
      case 'u' -> {
        text.append((char) Integer.parseInt(quoted.substring(at + 2, at + 6), 16));
        return at + 6;
      }
      default -> throw new AssertionError("no escape: \\" + kind);
    }
    return at + 2;
  }

  private static int sign(String quoted, int at, StringBuilder text) {
    String rest = quoted.substring(at);
    String sign = rest.substring(0, 1);
    if (rest.startsWith(sign + sign + "{")) {
      text.append(sign).append('{');
      return at + 3;
    }
    if (rest.startsWith(sign + "{")) {
      throw new AssertionError("a template begins: " + rest);
    }
    text.append(sign);
    return at + 1;
  }
}
