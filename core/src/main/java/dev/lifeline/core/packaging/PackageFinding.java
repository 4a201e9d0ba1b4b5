package dev.lifeline.core.packaging;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about a file that stands in the way of its becoming an asset, or may do so.
 *
 * @param rule what was looked at
 * @param severity whether LCS will refuse it
 * @param what a sentence about the file, without a full stop
 * @param why why that matters, or null when the sentence says it all
 * @param fix what to do about it
 */
public record PackageFinding(
    Rule rule, Severity severity, String what, @Nullable String why, String fix) {
  /** What is looked at. */
  public enum Rule {
    FILE_NAME,
    NAME,
    DESCRIPTION,
    TYPE,
    ZIP,
    ZIP_IN_ZIP,
    ENTRY_NAME,
    PART_MISSING,
    PART_DAMAGED,
    CONTENT;

    /** The word in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How bad it is. */
  public enum Severity {
    /** LCS refuses it, or its validation fails. */
    ERROR,
    /** It may be meant so. */
    WARNING;

    /** The word for people and in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static PackageFinding error(Rule rule, String what, @Nullable String why, String fix) {
    return new PackageFinding(rule, Severity.ERROR, what, why, fix);
  }

  static PackageFinding warning(Rule rule, String what, @Nullable String why, String fix) {
    return new PackageFinding(rule, Severity.WARNING, what, why, fix);
  }

  /** Whether LCS would refuse the file for it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
