package dev.lifeline.hub.web;

import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, and how much it takes.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param largestBody in bytes; more is refused with 413
 * @param tls what it encrypts with, or null for plain HTTP
 * @param behindProxy whether the headers {@code X-Forwarded-…} come from a proxy of the hub's own
 */
public record WebSettings(
    String host, int port, long largestBody, @Nullable TlsFiles tls, boolean behindProxy) {}
