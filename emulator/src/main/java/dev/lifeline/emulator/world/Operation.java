package dev.lifeline.emulator.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One operation on an environment.
 *
 * @param activityId its id
 * @param project the project
 * @param environment the environment that is serviced
 * @param work what it does
 * @param outcome how it will end, decided at its start
 * @param startedAt when it started, in real time
 * @param startedAge the {@link WorldClock#age() age of the world} then
 */
public record Operation(
    UUID activityId,
    ProjectId project,
    UUID environment,
    Work work,
    Outcome outcome,
    Instant startedAt,
    Duration startedAge) {

  /** What is done. */
  public OperationKind kind() {
    return work.kind();
  }

  /** What the history calls it. */
  public String name() {
    return work.name();
  }

  /** The id by which e-Commerce follows it, which is not the activity id (CLIENT). */
  public UUID deploymentId() {
    return UUID.nameUUIDFromBytes(activityId.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Where it stands at that age of the world. */
  public OperationState state(Duration age) {
    return course().stateAfter(age.minus(startedAge));
  }

  /** Whether nothing will change any more at that age of the world. */
  public boolean hasEnded(Duration age) {
    return course().hasEndedAfter(age.minus(startedAge));
  }

  /** Whether it has ended well at that age of the world. */
  public boolean hasSucceeded(Duration age) {
    OperationState state = state(age);
    return hasEnded(age) && (state == kind().success() || state == OperationState.SIGNED_OFF);
  }

  /** The age of the world at its end; empty when it never ends. */
  public Optional<Duration> endAge() {
    return course().duration().map(startedAge::plus);
  }

  /** The same operation with another fate, as if that had been decided at its start. */
  public Operation with(Outcome other) {
    return new Operation(activityId, project, environment, work, other, startedAt, startedAge);
  }

  private Course course() {
    return outcome.course(kind());
  }
}
