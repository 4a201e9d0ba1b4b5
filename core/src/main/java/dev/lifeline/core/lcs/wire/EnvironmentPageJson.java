package dev.lifeline.core.lcs.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of environments (LCS API: environments). */
public record EnvironmentPageJson(
    @Nullable Boolean isSuccess,
    @Nullable String errorMessage,
    @Nullable Integer resultPageCurrent,
    @Nullable Boolean resultHasMorePages,
    @Nullable List<EnvironmentJson> data)
    implements Enveloped {}
