package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A password that has grown old.
 *
 * @param connection the connection's id
 * @param organization the id of the organization that holds it
 * @param name what the connection is called
 * @param since when the password was given
 */
public record PasswordReminder(UUID connection, UUID organization, String name, Instant since) {}
