package dev.lifeline.core.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A consent: an application may use delegated permissions of an API for everybody or for one
 * account (Graph: oAuth2PermissionGrant).
 *
 * @param clientPrincipalId the service principal of the application
 * @param resourcePrincipalId the service principal of the API
 * @param userId the account by its id in the directory, or null for everybody in the tenant
 * @param scope short names of permissions, blanks between them
 */
public record PermissionGrant(
    String clientPrincipalId, String resourcePrincipalId, @Nullable String userId, String scope) {

  /** Whether it covers that permission. */
  public boolean covers(String permission) {
    return Arrays.asList(scope.strip().split("\\s+")).contains(permission);
  }

  /** Whether it is for everybody in the tenant. */
  public boolean isForEverybody() {
    return userId == null;
  }

  /** Whether it is between the same two, for the same account or equally for everybody. */
  public boolean isBetweenTheSame(PermissionGrant other) {
    return clientPrincipalId.equals(other.clientPrincipalId)
        && resourcePrincipalId.equals(other.resourcePrincipalId)
        && (userId == null ? other.userId == null : userId.equals(other.userId));
  }

  /** The same with one more permission. */
  public PermissionGrant with(String permission) {
    return covers(permission)
        ? this
        : new PermissionGrant(
            clientPrincipalId,
            resourcePrincipalId,
            userId,
            (scope.strip() + " " + permission).strip());
  }

  /**
   * A consent that exists.
   *
   * @param id its id
   * @param grant what it says
   */
  public record Existing(String id, PermissionGrant grant) {}
}
