package dev.lifeline.core.blob;

/**
 * A file that was fetched whole.
 *
 * @param sizeBytes its length
 * @param sha256 64 hex digits in lower case
 */
public record Received(long sizeBytes, String sha256) {}
