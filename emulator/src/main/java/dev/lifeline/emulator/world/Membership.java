package dev.lifeline.emulator.world;

/**
 * That an account belongs to a project.
 *
 * @param project the project
 * @param account the account's {@link Account#name() name}
 * @param role what it may do there
 */
public record Membership(ProjectId project, String account, ProjectRole role) {}
