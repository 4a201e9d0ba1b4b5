package dev.lifeline.emulator.world;

import java.time.Instant;
import java.util.UUID;

/**
 * A finance and operations environment.
 *
 * @param id its id
 * @param project the project it belongs to
 * @param name its name
 * @param type what it is for
 * @param infrastructure SelfService, MicrosoftManaged or CustomerManaged
 * @param deployedOn when it was made
 */
public record Environment(
    UUID id,
    ProjectId project,
    String name,
    EnvironmentType type,
    String infrastructure,
    Instant deployedOn) {}
