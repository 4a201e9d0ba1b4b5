package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** Where an operation on an environment stands (LCS API: servicing, database movement). */
public record OperationJson(
    @Nullable Boolean isSuccess,
    @Nullable String errorMessage,
    @Nullable String operationStatus,
    @Nullable String currentStep,
    @Nullable String activityId,
    @Nullable String completionDate)
    implements Enveloped {}
