package dev.lifeline.core.rate;

import dev.lifeline.core.model.ApiEndpoint;

/**
 * Who calls LCS.
 *
 * @param endpoint which LCS
 * @param username as whom
 */
public record Caller(ApiEndpoint endpoint, String username) {}
