package dev.lifeline.core.model;

import java.time.Instant;

/**
 * An access token for LCS, for whoever shall not have the password. Prints no secret.
 *
 * @param value what goes into the Authorization header
 * @param expires when it ends
 */
public record LcsToken(Secret value, Instant expires) {}
