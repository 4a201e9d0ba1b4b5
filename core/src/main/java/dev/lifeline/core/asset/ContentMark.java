package dev.lifeline.core.asset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of an asset's content at the end of its description. LCS tells no hash of what it
 * has, and a build agent remembers nothing: this is what the next one can compare with.
 */
final class ContentMark {
  private static final Pattern MARK = Pattern.compile("\\[sha256:([0-9a-f]{64})\\]\\s*$");

  private ContentMark() {}

  /** The description with the mark; one that it already has is replaced. */
  static String put(@Nullable String description, String sha256) {
    String words =
        description == null ? "" : MARK.matcher(description).replaceFirst("").stripTrailing();
    return (words.isEmpty() ? "" : words + " ") + "[sha256:" + sha256 + "]";
  }

  /** The SHA-256 of the mark, in hex digits. */
  static Optional<String> of(@Nullable String description) {
    Matcher mark = MARK.matcher(description == null ? "" : description);
    return mark.find() ? Optional.of(mark.group(1)) : Optional.empty();
  }
}
