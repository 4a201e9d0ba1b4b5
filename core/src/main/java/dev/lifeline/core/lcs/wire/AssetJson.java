package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** An asset of the library (LCS API: asset library). */
public record AssetJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable String fileName,
    @Nullable String fileDescription,
    @Nullable String fileLocation,
    @Nullable String version,
    @Nullable Long sizeByte,
    @Nullable Integer fileType,
    @Nullable String modifiedDate,
    @Nullable String createdDate,
    @Nullable String displayStatus,
    @Nullable String message) {}
