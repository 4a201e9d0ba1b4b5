package dev.lifeline.hub.model;

import java.util.UUID;

/**
 * A use of a connection.
 *
 * @param number counts up over all connections
 * @param content a JSON object, without the number
 */
public record ExecutionRecord(long number, UUID connection, String content) {}
