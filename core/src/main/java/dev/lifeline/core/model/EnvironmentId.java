package dev.lifeline.core.model;

/**
 * The id of an environment. Equal when the digits are; prints as it was given (LCS API: every
 * request).
 *
 * @param value a GUID, with dashes or without
 */
public record EnvironmentId(String value) {
  public EnvironmentId {
    value = Guid.require(value, "an environment id");
  }

  /** Whether the text could be an id, and so not a name. */
  public static boolean isOne(String text) {
    return Guid.isOne(text.strip());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EnvironmentId that
        && Guid.digits(value).equals(Guid.digits(that.value));
  }

  @Override
  public int hashCode() {
    return Guid.digits(value).hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
