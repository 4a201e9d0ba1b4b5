package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** A backup of a database (LCS API: database movement). */
public record BackupJson(
    @Nullable String id,
    @Nullable String projectId,
    @Nullable String organizationId,
    @Nullable String name,
    @Nullable String fileName,
    @Nullable String fileDescription,
    @Nullable String fileLocation,
    @Nullable String modifiedDateTime,
    @Nullable String createdDateTime,
    @Nullable String createdByName,
    @Nullable String modifiedByName) {}
