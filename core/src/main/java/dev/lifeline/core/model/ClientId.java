package dev.lifeline.core.model;

import java.util.Locale;

/**
 * The application (client) ID of the registration in Entra ID.
 *
 * @param value a GUID with dashes, lower case
 */
public record ClientId(String value) {
  public ClientId {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (!Guid.isDashed(value)) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' is not an application (client) ID: a GUID such as 00000000-1111-2222-3333-444444444444");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
