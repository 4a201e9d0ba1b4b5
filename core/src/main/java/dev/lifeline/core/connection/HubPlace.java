package dev.lifeline.core.connection;

import dev.lifeline.core.model.HubEndpoint;

/**
 * Where a connection of a hub is.
 *
 * @param hub the hub
 * @param connection the connection's id there
 */
public record HubPlace(HubEndpoint hub, String connection) {}
