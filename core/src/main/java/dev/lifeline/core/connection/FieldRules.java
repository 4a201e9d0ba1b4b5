package dev.lifeline.core.connection;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What the texts of a service connection may hold; the other fields check themselves. */
final class FieldRules {
  private static final int LONGEST_NAME = 64;

  private FieldRules() {}

  static Optional<FieldFault> name(String name) {
    if (name.isEmpty()) {
      return fault(ConnectionField.NAME, "it is empty");
    }
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      return fault(ConnectionField.NAME, "it is longer than " + LONGEST_NAME + " characters");
    }
    if (!name.codePoints().allMatch(FieldRules::belongsIntoName)) {
      return fault(
          ConnectionField.NAME,
          "'" + shown(name) + "' holds something else than letters, digits, blanks, '.', '_', '-'");
    }
    if (name.startsWith(".") || name.startsWith("-")) {
      return fault(ConnectionField.NAME, "'" + name + "' starts with a dot or a hyphen");
    }
    return name.equals(name.strip())
        ? Optional.empty()
        : fault(ConnectionField.NAME, "'" + name + "' begins or ends with a blank");
  }

  static Optional<FieldFault> username(String username) {
    if (username.isBlank()) {
      return fault(ConnectionField.USERNAME, "it is empty");
    }
    if (has(username, Character::isISOControl) || !isUnicode(username)) {
      return fault(
          ConnectionField.USERNAME, "'" + shown(username) + "' holds a character that cannot be");
    }
    return username.indexOf('@') >= 0
        ? Optional.empty()
        : fault(ConnectionField.USERNAME, "'" + username + "' has no @");
  }

  /** Line breaks and tabs are text; other control characters would steer a terminal. */
  static Optional<FieldFault> description(String description) {
    boolean steers =
        has(description, c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    return steers || !isUnicode(description)
        ? fault(ConnectionField.DESCRIPTION, "it holds a control character or half a character")
        : Optional.empty();
  }

  /** Whether it can be written as UTF-8 and read again: no half of a surrogate pair. */
  static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static boolean belongsIntoName(int character) {
    return Character.isLetterOrDigit(character) || " ._-".indexOf(character) >= 0;
  }

  private static boolean has(String text, IntPredicate kind) {
    return text.codePoints().anyMatch(kind);
  }

  /** The text with a question mark for each character that a terminal might obey. */
  private static String shown(String text) {
    return text.codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Optional<FieldFault> fault(ConnectionField field, String reason) {
    return Optional.of(FieldFault.of(field, reason));
  }
}
