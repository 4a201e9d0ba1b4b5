package dev.lifeline.core.graph;

import dev.lifeline.core.model.ClientId;
import java.util.List;

/**
 * An application registration (Graph: application).
 *
 * @param objectId its id in the directory, which is not the client id
 * @param clientId the application (client) ID
 * @param displayName foreign text
 * @param signInAudience who may sign in to it, such as {@code AzureADMyOrg}
 * @param publicClientFlows whether public client flows are allowed
 * @param redirectUris those of the platform "Mobile and desktop applications"
 * @param requiredAccess the permissions that it asks for
 */
public record Application(
    String objectId,
    ClientId clientId,
    String displayName,
    String signInAudience,
    boolean publicClientFlows,
    List<String> redirectUris,
    List<RequiredAccess> requiredAccess) {
  public Application {
    redirectUris = List.copyOf(redirectUris);
    requiredAccess = List.copyOf(requiredAccess);
  }

  /** Whether it asks for a delegated permission of an API. */
  public boolean asksFor(ClientId resource, String scopeId) {
    return requiredAccess.stream()
        .filter(access -> access.resource().equalsIgnoreCase(resource.value()))
        .anyMatch(access -> access.has(scopeId));
  }

  /** Its members that Lifeline writes. */
  public ApplicationSettings settings() {
    return new ApplicationSettings(publicClientFlows, redirectUris, requiredAccess);
  }
}
