package dev.lifeline.core.registration;

import dev.lifeline.core.model.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be registered.
 *
 * @param name the display name, 1 to 120 characters; finds the registration when it is there
 * @param clientId the registration that is meant, whatever its name; null to go by the name
 * @param consent for whom to consent
 * @param passwordChange whether the account may change its own password through the registration,
 *     so that {@code connection rotate --change-in-entra} works
 */
public record RegistrationOrder(
    String name, @Nullable ClientId clientId, Consent consent, boolean passwordChange) {
  private static final int LONGEST = 120;

  public RegistrationOrder {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the name of a registration has 1 to " + LONGEST + " characters");
    }
  }
}
