package dev.lifeline.core.hub;

/**
 * A connection of a hub, fields as the hub has them.
 *
 * @param id its id there
 * @param name its name there
 */
public record HubConnection(
    String id,
    String name,
    String authenticationEndpoint,
    String apiEndpoint,
    String username,
    String clientId) {}
