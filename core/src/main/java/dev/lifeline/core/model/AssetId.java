package dev.lifeline.core.model;

/**
 * The id of an asset in the library. Equal when the digits are; prints as it was given (LCS API:
 * every request).
 *
 * @param value a GUID, with dashes or without
 */
public record AssetId(String value) {
  public AssetId {
    value = Guid.require(value, "an asset id");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssetId that && Guid.digits(value).equals(Guid.digits(that.value));
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
