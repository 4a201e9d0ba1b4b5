package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** Where an operation on an environment stands (LCS API: servicing). */
public record OperationJson(
    @Nullable Boolean isSuccess,
    @Nullable String errorMessage,
    @Nullable String versionEol,
    @Nullable String operationStatus,
    @Nullable String activityId,
    @Nullable String environmentId,
    @Nullable String completionDate) {}
