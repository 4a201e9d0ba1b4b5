package dev.lifeline.core.blob;

import org.jspecify.annotations.Nullable;

/**
 * A file that the store has whole.
 *
 * @param sizeBytes its length
 * @param sha256 64 hex digits in lower case; null when nothing was to be checked
 */
public record Sent(long sizeBytes, @Nullable String sha256) {}
