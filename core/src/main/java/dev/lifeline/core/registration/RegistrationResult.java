package dev.lifeline.core.registration;

import dev.lifeline.core.model.ClientId;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration that is whole.
 *
 * @param clientId the application (client) ID for the service connection
 * @param name its display name; foreign text
 * @param tenantId the tenant that it is in, or null when the sign-in did not say
 * @param steps every step, in order
 * @param adminConsentUrl where an administrator consents in a browser; only when nobody has
 *     consented for the tenant and none was ordered
 */
public record RegistrationResult(
    ClientId clientId,
    String name,
    @Nullable String tenantId,
    List<RegistrationStep> steps,
    @Nullable URI adminConsentUrl) {
  public RegistrationResult {
    steps = List.copyOf(steps);
  }

  /** Whether anything was changed. */
  public boolean changed() {
    return steps.stream().anyMatch(RegistrationStep::changed);
  }
}
