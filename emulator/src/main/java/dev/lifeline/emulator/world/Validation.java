package dev.lifeline.emulator.world;

import java.time.Duration;
import java.util.Locale;

/** How far the validation of an asset is, in the order in which it goes, with LCS's word for it. */
public enum Validation {
  /** Not started yet. */
  UNKNOWN("Unknown"),
  /** Running. */
  PROCESS("Process"),
  /** Valid. */
  DONE("Done"),
  /** Not valid; the fate of every file whose name contains "invalid". */
  FAILED("Failed");

  /** Until then after the commit the validation is {@link #UNKNOWN}. */
  public static final Duration STARTS = Duration.ofMinutes(1);

  /** Until then after the commit the validation is {@link #PROCESS}. */
  public static final Duration ENDS = Duration.ofMinutes(6);

  private final String word;

  Validation(String word) {
    this.word = word;
  }

  /** LCS's word, {@code DisplayStatus}. */
  public String word() {
    return word;
  }

  static Validation after(Duration sinceCommit, String fileName) {
    if (sinceCommit.compareTo(STARTS) < 0) {
      return UNKNOWN;
    }
    if (sinceCommit.compareTo(ENDS) < 0) {
      return PROCESS;
    }
    return fileName.toLowerCase(Locale.ROOT).contains("invalid") ? FAILED : DONE;
  }
}
