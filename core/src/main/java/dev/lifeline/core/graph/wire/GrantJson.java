package dev.lifeline.core.graph.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consent (Graph: oAuth2PermissionGrant). */
public record GrantJson(
    @Nullable String id,
    @Nullable String clientId,
    @Nullable String consentType,
    @Nullable String principalId,
    @Nullable String resourceId,
    @Nullable String scope) {

  /** A page of them. */
  public record Page(@Nullable List<@Nullable GrantJson> value) {}
}
