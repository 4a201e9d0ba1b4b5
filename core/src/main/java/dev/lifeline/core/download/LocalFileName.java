package dev.lifeline.core.download;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name from LCS as a file name here: it stays in its folder and can be written on every operating
 * system, and is the same on each. What cannot be kept becomes an underscore.
 */
final class LocalFileName {
  /**
   * File systems take 255 bytes; what is left is for the endings of the file that is not whole yet.
   */
  static final int MOST_BYTES = 200;

  private static final int LONGEST_EXTENSION_BYTES = 20;

  /**
   * Windows opens a device under these names, whatever extension follows, and even where blanks
   * stand before it; superscript digits count as digits (Windows: naming files).
   */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])"
              + " *(\\..*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private LocalFileName() {}

  /**
   * A file name: in normal form C, never empty, at most {@link #MOST_BYTES} bytes of UTF-8, no
   * separator, no control character, not {@code .} or {@code ..}.
   *
   * @param foreign the name from LCS, anything
   * @param otherwise the name to use when nothing of it is left
   */
  static String of(String foreign, String otherwise) {
    int separator = Math.max(foreign.lastIndexOf('/'), foreign.lastIndexOf('\\'));
    StringBuilder name = new StringBuilder();
    Normalizer.normalize(foreign.substring(separator + 1), Normalizer.Form.NFC)
        .codePoints()
        .map(LocalFileName::allowed)
        .forEach(name::appendCodePoint);
    String kept = trimmed(shortened(trimmed(name.toString())));
    if (kept.isEmpty() || kept.chars().allMatch(c -> c == '_')) {
      return otherwise;
    }
    return DEVICE.matcher(kept).matches() ? trimmed(shortened("_" + kept)) : kept;
  }

  /**
   * What two names have in common when some file system takes them for one: case and the Unicode
   * form in which an accent is written. Rather too much than too little.
   */
  static String key(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** The name without what an operating system in an ASCII locale cannot write. */
  static String ascii(String name) {
    return name.replaceAll("[^\\x20-\\x7e]", "_");
  }

  private static int allowed(int character) {
    boolean kept =
        !Character.isISOControl(character)
            && "<>:\"|?*/\\".indexOf(character) < 0
            && Character.getType(character) != Character.FORMAT
            && Character.getType(character) != Character.SURROGATE
            && Character.getType(character) != Character.LINE_SEPARATOR
            && Character.getType(character) != Character.PARAGRAPH_SEPARATOR;
    return kept ? character : '_';
  }

  /** Windows drops blanks and dots at the end; at the beginning they hide a file. */
  private static String trimmed(String name) {
    int[] characters = name.codePoints().toArray();
    int begin = 0;
    int end = characters.length;
    while (begin < end && isMargin(characters[begin])) {
      begin++;
    }
    while (end > begin && isMargin(characters[end - 1])) {
      end--;
    }
    return new String(characters, begin, end - begin);
  }

  private static boolean isMargin(int character) {
    return character == '.' || Character.isWhitespace(character) || character == '\u00a0';
  }

  /** Cuts the stem, not the extension, since the extension says what the file is. */
  private static String shortened(String name) {
    if (bytes(name) <= MOST_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    boolean keepsExtension = dot > 0 && bytes(name.substring(dot)) <= LONGEST_EXTENSION_BYTES;
    String extension = keepsExtension ? name.substring(dot) : "";
    int room = MOST_BYTES - bytes(extension);
    StringBuilder stem = new StringBuilder();
    int used = 0;
    for (int character : name.codePoints().toArray()) {
      used += bytes(Character.toString(character));
      if (used > room) {
        break;
      }
      stem.appendCodePoint(character);
    }
    return stem + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
