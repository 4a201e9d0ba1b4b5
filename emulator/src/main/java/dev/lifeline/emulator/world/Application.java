package dev.lifeline.emulator.world;

import java.util.List;
import java.util.UUID;

/**
 * An application registration.
 *
 * @param clientId the application (client) id
 * @param objectId the registration's object id
 * @param displayName the name in the portal
 * @param signInAudience whose accounts may use it, in Graph's words
 * @param publicClientFlows whether "Allow public client flows" is on
 * @param redirectUris the redirect URIs of mobile and desktop applications
 * @param requiredAccess the permissions that it asks for
 */
public record Application(
    UUID clientId,
    UUID objectId,
    String displayName,
    String signInAudience,
    boolean publicClientFlows,
    List<String> redirectUris,
    List<RequiredAccess> requiredAccess) {

  /** The audience of an application that is for the accounts of its own tenant only. */
  public static final String ONE_TENANT = "AzureADMyOrg";

  /** Takes copies of the lists. */
  public Application {
    redirectUris = List.copyOf(redirectUris);
    requiredAccess = List.copyOf(requiredAccess);
  }

  /** Whether it asks for a delegated permission. */
  public boolean asksFor(UUID resourceAppId, UUID scopeId) {
    return requiredAccess.stream()
        .filter(it -> it.resourceAppId().equals(resourceAppId))
        .anyMatch(it -> it.permissions().contains(RequiredAccess.Permission.delegated(scopeId)));
  }

  /** The same application with public client flows allowed or not. */
  public Application withPublicClientFlows(boolean allowed) {
    return new Application(
        clientId, objectId, displayName, signInAudience, allowed, redirectUris, requiredAccess);
  }

  /** The same application with other permissions to ask for. */
  public Application withRequiredAccess(List<RequiredAccess> other) {
    return new Application(
        clientId, objectId, displayName, signInAudience, publicClientFlows, redirectUris, other);
  }
}
