package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** What was done to an environment (LCS API: environments, history). */
public record HistoryJson(
    @Nullable String name,
    @Nullable String type,
    @Nullable String typeDisplay,
    @Nullable String startDateTimeUtc,
    @Nullable String endDateTimeUtc,
    @Nullable String status,
    @Nullable String activityId,
    @Nullable String environmentId,
    @Nullable String projectId) {}
