package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** An environment (LCS API: environments); any field may be missing. */
public record EnvironmentJson(
    @Nullable String environmentId,
    @Nullable String environmentName,
    @Nullable String projectId,
    @Nullable String environmentInfrastructure,
    @Nullable String environmentType,
    @Nullable String environmentGroup,
    @Nullable String environmentProduct,
    @Nullable String environmentEndpointBaseUrl,
    @Nullable String deploymentState,
    @Nullable String topologyDisplayName,
    @Nullable String currentApplicationBuildVersion,
    @Nullable String currentApplicationReleaseName,
    @Nullable String currentPlatformReleaseName,
    @Nullable String currentPlatformVersion,
    @Nullable String deployedOnUtc,
    @Nullable String cloudStorageLocation,
    @Nullable String disasterRecoveryLocation,
    @Nullable String deploymentStatusDisplay,
    @Nullable Boolean canStart,
    @Nullable Boolean canStop) {}
