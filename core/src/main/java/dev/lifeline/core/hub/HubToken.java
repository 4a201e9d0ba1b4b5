package dev.lifeline.core.hub;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Secret;
import java.time.Instant;

/**
 * A token that a hub handed out. Prints no secret.
 *
 * @param value what goes into the Authorization header
 * @param expires when it ends
 * @param endpoint the LCS that it is for
 */
public record HubToken(Secret value, Instant expires, ApiEndpoint endpoint) {}
