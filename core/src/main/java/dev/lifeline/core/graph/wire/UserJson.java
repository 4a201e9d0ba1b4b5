package dev.lifeline.core.graph.wire;

import org.jspecify.annotations.Nullable;

/** An account (Graph: user). */
public record UserJson(
    @Nullable String id,
    @Nullable String userPrincipalName,
    @Nullable Boolean accountEnabled,
    @Nullable String userType,
    @Nullable Boolean onPremisesSyncEnabled) {}
