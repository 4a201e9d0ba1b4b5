package dev.lifeline.core.model;

/**
 * The id of an LCS project.
 *
 * @param value positive
 */
public record ProjectId(long value) {
  public ProjectId {
    if (value <= 0) {
      throw new IllegalArgumentException("a project id is a positive whole number");
    }
  }

  /**
   * Reads a project id.
   *
   * @throws IllegalArgumentException when the text is not a positive whole number
   */
  public static ProjectId of(String text) {
    String digits = text.strip();
    if (!digits.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a project id: a positive whole number, as in the LCS portal's address");
    }
    return new ProjectId(Long.parseLong(digits));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
