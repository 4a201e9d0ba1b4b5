package dev.lifeline.hub.model;

import java.util.UUID;

/**
 * Somebody, or a program, that uses the hub.
 *
 * @param displayName for people
 * @param uniqueName an e-mail address as a rule; compares without case
 * @param administrator whether everything is allowed
 */
public record Person(UUID id, String displayName, String uniqueName, boolean administrator) {}
