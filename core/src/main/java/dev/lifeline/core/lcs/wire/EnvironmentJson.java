package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** An environment (LCS API: environments); any field may be missing. */
public record EnvironmentJson(
    @Nullable String environmentId,
    @Nullable String environmentName,
    @Nullable String environmentType,
    @Nullable String environmentInfrastructure,
    @Nullable String deploymentStatusDisplay) {}
