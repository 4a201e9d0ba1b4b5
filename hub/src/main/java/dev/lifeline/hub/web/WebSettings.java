package dev.lifeline.hub.web;

/**
 * Where the server listens, and how much it takes.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param largestBody in bytes; more is refused with 413
 * @param behindProxy whether the headers {@code X-Forwarded-…} come from a proxy of the hub's own
 */
public record WebSettings(String host, int port, long largestBody, boolean behindProxy) {}
