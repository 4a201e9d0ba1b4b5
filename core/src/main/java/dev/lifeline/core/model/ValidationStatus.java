package dev.lifeline.core.model;

import java.util.Locale;

/**
 * Where LCS's validation of an asset stands (LCS API: asset library, {@code DisplayStatus}).
 *
 * @param status LCS's own word
 */
public record ValidationStatus(String status) {
  /** Whether LCS found it valid. */
  public boolean isValid() {
    return status.equalsIgnoreCase("Done");
  }

  /** Whether LCS is still at it, or has not begun. */
  public boolean isGoing() {
    String word = status.toLowerCase(Locale.ROOT);
    return word.isEmpty() || word.equals("unknown") || word.equals("process");
  }

  /**
   * Whether the word itself says that LCS found it invalid (ASSUMED: LCS API names no word for it).
   */
  public boolean isFailed() {
    String word = status.toLowerCase(Locale.ROOT);
    return word.contains("fail") || word.contains("invalid") || word.contains("error");
  }

  @Override
  public String toString() {
    return status;
  }
}
