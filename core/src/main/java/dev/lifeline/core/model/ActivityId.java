package dev.lifeline.core.model;

/**
 * The id of an operation on an environment. Equal when the digits are; prints as it was given (LCS
 * API: every request).
 *
 * @param value a GUID, with dashes or without
 */
public record ActivityId(String value) {
  public ActivityId {
    value = Guid.require(value, "an activity id");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActivityId that && Guid.digits(value).equals(Guid.digits(that.value));
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
