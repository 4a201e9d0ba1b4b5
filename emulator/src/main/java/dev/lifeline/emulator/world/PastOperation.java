package dev.lifeline.emulator.world;

import java.time.Instant;
import java.util.UUID;

/**
 * An operation that was over before the world began.
 *
 * @param activityId its id
 * @param project the project
 * @param environment the environment that was serviced
 * @param kind what was done
 * @param name what the history calls it
 * @param startedAt when it started
 * @param endedAt when it ended
 * @param state how it ended
 */
public record PastOperation(
    UUID activityId,
    ProjectId project,
    UUID environment,
    OperationKind kind,
    String name,
    Instant startedAt,
    Instant endedAt,
    OperationState state) {}
