package dev.lifeline.core.entra;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as Entra ID answers it (Entra sign-in: body shape). */
record RefusalJson(
    @Nullable String error,
    @Nullable String errorDescription,
    @Nullable List<Integer> errorCodes,
    @Nullable String suberror,
    @Nullable String timestamp,
    @Nullable String traceId,
    @Nullable String correlationId) {}
