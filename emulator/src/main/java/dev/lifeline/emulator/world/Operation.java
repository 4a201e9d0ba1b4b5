package dev.lifeline.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One servicing of an environment.
 *
 * @param activityId its id
 * @param project the project
 * @param environment the environment that is serviced
 * @param asset the asset that is applied
 * @param name the update name, as it was given
 * @param outcome how it will end, decided at its start
 * @param startedAt when it started, in real time
 * @param startedAge the {@link WorldClock#age() age of the world} then
 */
public record Operation(
    UUID activityId,
    ProjectId project,
    UUID environment,
    UUID asset,
    String name,
    Outcome outcome,
    Instant startedAt,
    Duration startedAge) {

  /** Where it stands at that age of the world. */
  public OperationState state(Duration age) {
    return outcome.stateAfter(age.minus(startedAge));
  }
}
