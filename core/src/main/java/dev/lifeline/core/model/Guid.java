package dev.lifeline.core.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The two spellings of ids in LCS: a GUID with dashes, or its 32 hex digits (LCS API: every
 * request). Ids are sent as given and compared by their digits.
 */
final class Guid {
  private static final Pattern DASHED =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern BARE = Pattern.compile("[0-9a-fA-F]{32}");

  private Guid() {}

  static boolean isOne(String text) {
    return DASHED.matcher(text).matches() || BARE.matcher(text).matches();
  }

  static boolean isDashed(String text) {
    return DASHED.matcher(text).matches();
  }

  static String require(String text, String what) {
    String stripped = text.strip();
    if (!isOne(stripped)) {
      throw new IllegalArgumentException(
          "'" + text + "' is not " + what + ": 32 hex digits, with or without dashes");
    }
    return stripped;
  }

  static String digits(String text) {
    return text.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
