package dev.lifeline.core.lcs.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The backups of a project's databases (LCS API: database movement). */
public record BackupsJson(
    @Nullable Boolean isSuccess,
    @Nullable String errorMessage,
    @Nullable List<BackupJson> databaseAssets)
    implements Enveloped {}
