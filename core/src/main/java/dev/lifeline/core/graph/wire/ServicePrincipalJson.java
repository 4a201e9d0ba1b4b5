package dev.lifeline.core.graph.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands for an application in a tenant (Graph: servicePrincipal). */
public record ServicePrincipalJson(
    @Nullable String id,
    @Nullable String appId,
    @Nullable String displayName,
    @Nullable Boolean accountEnabled,
    @Nullable Boolean appRoleAssignmentRequired,
    @Nullable List<@Nullable ScopeJson> oauth2PermissionScopes) {

  /** A delegated permission that it offers. */
  public record ScopeJson(
      @Nullable String id, @Nullable String value, @Nullable Boolean isEnabled) {}
}
