package dev.lifeline.emulator.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Consent: that an application may use delegated permissions of an API.
 *
 * @param id its id
 * @param clientPrincipalId the object id of the application's service principal
 * @param resourcePrincipalId the object id of the API's service principal
 * @param principalId the one account that it is for, null for all of the tenant
 * @param scope the permissions' short names, separated by blanks
 */
public record PermissionGrant(
    UUID id,
    UUID clientPrincipalId,
    UUID resourcePrincipalId,
    @Nullable UUID principalId,
    String scope) {

  /** The permissions' short names. */
  public Set<String> scopes() {
    return new LinkedHashSet<>(List.of(scope.strip().split("\\s+", -1)));
  }

  /** Whether it is for an account. */
  public boolean isFor(Account account) {
    return principalId == null || principalId.equals(account.id());
  }

  /** The same grant with other permissions. */
  public PermissionGrant withScope(String other) {
    return new PermissionGrant(id, clientPrincipalId, resourcePrincipalId, principalId, other);
  }
}
