package dev.lifeline.core.graph;

import java.util.List;
import java.util.Optional;

/**
 * What stands for an application in a tenant (Graph: servicePrincipal).
 *
 * @param id its id in the directory, which is not the client id
 * @param displayName foreign text
 * @param accountEnabled whether anybody may sign in to it
 * @param assignmentRequired whether only assigned accounts may
 * @param scopes the delegated permissions that it offers
 */
public record ServicePrincipal(
    String id,
    String displayName,
    boolean accountEnabled,
    boolean assignmentRequired,
    List<PermissionScope> scopes) {
  public ServicePrincipal {
    scopes = List.copyOf(scopes);
  }

  /** The id of the delegated permission of that name, if it is offered. */
  public Optional<String> scopeId(String value) {
    return scopes.stream()
        .filter(scope -> scope.enabled() && scope.value().equals(value))
        .map(PermissionScope::id)
        .findFirst();
  }

  /**
   * A delegated permission that is offered.
   *
   * @param id its GUID
   * @param value its short name, such as {@code user_impersonation}
   * @param enabled whether it may be asked for
   */
  public record PermissionScope(String id, String value, boolean enabled) {}
}
