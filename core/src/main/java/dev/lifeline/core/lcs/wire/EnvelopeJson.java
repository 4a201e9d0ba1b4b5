package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** What every servicing answer carries (LCS API: every request). */
public record EnvelopeJson(
    @Nullable Boolean isSuccess,
    @Nullable String operationActivityId,
    @Nullable String errorMessage,
    @Nullable String versionEol,
    @Nullable String deploymentId)
    implements Enveloped {}
