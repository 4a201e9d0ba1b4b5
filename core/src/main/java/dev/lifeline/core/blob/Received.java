package dev.lifeline.core.blob;

/**
 * A file that arrived whole.
 *
 * @param sizeBytes its length
 * @param sha256 64 hex digits in lower case
 */
public record Transferred(long sizeBytes, String sha256) {}
