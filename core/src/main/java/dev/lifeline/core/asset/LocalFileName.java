package dev.lifeline.core.asset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A name from LCS as a file name here: it stays in its folder and can be written on every operating
 * system. What cannot be kept becomes an underscore.
 */
final class LocalFileName {
  private static final int MOST_BYTES = 200;
  private static final Set<String> RESERVED =
      Set.of(
          "con",
          "prn",
          "aux",
          "nul",
          "com0",
          "com1",
          "com2",
          "com3",
          "com4",
          "com5",
          "com6",
          "com7",
          "com8",
          "com9",
          "lpt0",
          "lpt1",
          "lpt2",
          "lpt3",
          "lpt4",
          "lpt5",
          "lpt6",
          "lpt7",
          "lpt8",
          "lpt9",
          "conin$",
          "conout$",
          "com\u00b9",
          "com\u00b2",
          "com\u00b3",
          "lpt\u00b9",
          "lpt\u00b2",
          "lpt\u00b3");

  private LocalFileName() {}

  /**
   * A file name: never empty, no separator, no control character, not {@code .} or {@code ..}.
   *
   * @param foreign the name from LCS, anything
   * @param otherwise the name to use when nothing of it is left
   */
  static String of(String foreign, String otherwise) {
    int separator = Math.max(foreign.lastIndexOf('/'), foreign.lastIndexOf('\\'));
    StringBuilder name = new StringBuilder();
    foreign
        .substring(separator + 1)
        .codePoints()
        .map(LocalFileName::allowed)
        .forEach(name::appendCodePoint);
    String trimmed =
        shortened(name.toString().strip()).replaceFirst("[. ]+$", "").replaceFirst("^[. ]+", "");
    if (trimmed.isEmpty() || trimmed.chars().allMatch(c -> c == '_')) {
      return otherwise;
    }
    String stem = trimmed.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
    return RESERVED.contains(stem) ? "_" + trimmed : trimmed;
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

  /** Cuts the stem, not the extension, since the extension says what the file is. */
  private static String shortened(String name) {
    if (bytes(name) <= MOST_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && bytes(name.substring(dot)) <= 20 ? name.substring(dot) : "";
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .takeWhile(
            next -> bytes(kept) + bytes(Character.toString(next)) + bytes(extension) <= MOST_BYTES)
        .forEach(kept::appendCodePoint);
    return kept + extension;
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
