package dev.lifeline.core.lcs.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of an environment's history (LCS API: environments, history). */
public record HistoryPageJson(
    @Nullable Boolean isSuccess,
    @Nullable String errorMessage,
    @Nullable Integer resultPageCurrent,
    @Nullable Boolean resultHasMorePages,
    @Nullable List<HistoryJson> data)
    implements Enveloped {}
