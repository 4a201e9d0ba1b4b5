package dev.lifeline.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An asset of the library as LCS describes it. Names are foreign text: they may hold anything.
 *
 * @param id its id
 * @param name the name in the library
 * @param fileName the name of the file, may be empty
 * @param description free text, or null
 * @param version LCS's own word for its version, or null; project assets have none
 * @param typeNumber LCS's number of the type; {@link AssetType#withNumber} knows most
 * @param sizeBytes the size in bytes, or null when LCS does not say
 * @param modified when it was last changed, or null
 * @param created when it was created, or null
 * @param location where its bytes are, or null when LCS does not say; holds a secret
 */
public record Asset(
    AssetId id,
    String name,
    String fileName,
    @Nullable String description,
    @Nullable String version,
    int typeNumber,
    @Nullable Long sizeBytes,
    @Nullable Instant modified,
    @Nullable Instant created,
    @Nullable SasUrl location) {}
