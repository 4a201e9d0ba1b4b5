package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** The words of a refusal, in any of the spellings of LCS. */
public record RefusalJson(
    @Nullable String message, @Nullable String errorMessage, @Nullable String activityId) {}
