package dev.lifeline.emulator.world;

/**
 * An LCS project.
 *
 * @param id its number
 * @param name its name
 */
public record Project(ProjectId id, String name) {}
