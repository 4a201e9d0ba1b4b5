package dev.lifeline.hub.model;

/**
 * Somebody's role.
 *
 * @param on what it was given on
 */
public record RoleAssignment(RoleResource on, Person person, Role role) {}
