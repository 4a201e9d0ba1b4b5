package dev.lifeline.core.entra;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Secret;

/**
 * Who signs in, where, and for what.
 *
 * @param authority where
 * @param audience the LCS API endpoint that the token is for
 * @param clientId the application that asks
 * @param username the account
 * @param password its password
 */
public record Account(
    AuthenticationEndpoint authority,
    ApiEndpoint audience,
    ClientId clientId,
    String username,
    Secret password) {}
