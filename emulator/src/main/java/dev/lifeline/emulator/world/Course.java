package dev.lifeline.emulator.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The states of an operation in their order, in the world's minutes since its start.
 *
 * @param legs the first from minute 0 on, each later than the one before
 * @param ends whether nothing changes any more once the last leg is reached; otherwise the
 *     operation is under way for ever
 */
public record Course(List<Leg> legs, boolean ends) {

  /**
   * A state and when it begins.
   *
   * @param state the state
   * @param fromMinute the world's minutes since the start of the operation
   */
  public record Leg(OperationState state, int fromMinute) {}

  /** Takes a copy of the legs, and refuses those that do not follow each other. */
  public Course {
    legs = List.copyOf(legs);
    if (legs.isEmpty() || legs.get(0).fromMinute() != 0) {
      throw new IllegalArgumentException("a course begins at minute 0");
    }
    for (int i = 1; i < legs.size(); i++) {
      if (legs.get(i).fromMinute() <= legs.get(i - 1).fromMinute()) {
        throw new IllegalArgumentException("the legs of a course follow each other");
      }
    }
  }

  /** These legs until a minute, and from then on that end. */
  static Course ending(List<Leg> legs, int minute, OperationState end) {
    return new Course(until(legs, minute, end), true);
  }

  /** These legs until a minute, and from then on that state for ever. */
  static Course endless(List<Leg> legs, int minute, OperationState last) {
    return new Course(until(legs, minute, last), false);
  }

  /** The legs until a minute, followed by that state. */
  static List<Leg> until(List<Leg> legs, int minute, OperationState next) {
    return Stream.concat(
            legs.stream().filter(it -> it.fromMinute() < minute), Stream.of(new Leg(next, minute)))
        .toList();
  }

  /** The same states, each that many times as long. */
  Course slowedBy(int factor) {
    return new Course(
        legs.stream().map(it -> new Leg(it.state(), it.fromMinute() * factor)).toList(), ends);
  }

  /** Where it stands that long after its start. */
  public OperationState stateAfter(Duration sinceStart) {
    OperationState state = legs.get(0).state();
    for (Leg leg : legs) {
      if (sinceStart.compareTo(Duration.ofMinutes(leg.fromMinute())) >= 0) {
        state = leg.state();
      }
    }
    return state;
  }

  /** How long the whole takes, in the world's time; empty when it never ends. */
  public Optional<Duration> duration() {
    return ends
        ? Optional.of(Duration.ofMinutes(legs.get(legs.size() - 1).fromMinute()))
        : Optional.empty();
  }

  /** Whether nothing will change any more, that long after its start. */
  public boolean hasEndedAfter(Duration sinceStart) {
    return duration().filter(it -> sinceStart.compareTo(it) >= 0).isPresent();
  }
}
