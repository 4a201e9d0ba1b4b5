package dev.lifeline.emulator.world;

/**
 * That an account belongs to a project.
 *
 * @param project the project
 * @param username the account's whole user name; LCS invites by it
 * @param role what it may do there
 */
public record Membership(ProjectId project, String username, ProjectRole role) {}
