package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run: operations in LCS, one after the other, that the hub starts and follows.
 *
 * @param number counts up over all runs, with gaps
 * @param name for people
 * @param place over which connection, and whose
 * @param origin who wanted it
 * @param state where it stands
 * @param times since when
 * @param problem why it failed, as JSON, or null
 * @param steps what it consists of, at least one
 */
public record Run(
    UUID id,
    long number,
    String name,
    Place place,
    Origin origin,
    RunState state,
    Times times,
    @Nullable String problem,
    List<RunStep> steps) {
  public Run {
    steps = List.copyOf(steps);
  }

  /** The same in another state. */
  public Run with(RunState other, Times newTimes) {
    return new Run(id, number, name, place, origin, other, newTimes, problem, steps);
  }

  /** The same with other steps. */
  public Run with(List<RunStep> others) {
    return new Run(id, number, name, place, origin, state, times, problem, others);
  }

  /**
   * Where a run belongs.
   *
   * @param organization the organization's id
   * @param project the id of the project of the hub
   * @param connection the connection's id; it may be gone by now
   * @param lcsProject the project's id in LCS
   */
  public record Place(UUID organization, UUID project, UUID connection, String lcsProject) {}

  /**
   * Who wanted a run.
   *
   * @param person whose id
   * @param token the access token that was used, or null for none
   * @param tokenName its name then, or what it was started with instead
   * @param idempotencyKey the same key of the same person means the same run; or null
   * @param orderHash differs where what was asked for does
   * @param rerunOf the run that it repeats, or null
   */
  public record Origin(
      UUID person,
      @Nullable UUID token,
      String tokenName,
      @Nullable String idempotencyKey,
      String orderHash,
      @Nullable UUID rerunOf) {}

  /**
   * When what happened.
   *
   * @param cancelRequested when it was called off, or null
   */
  public record Times(
      Instant created,
      @Nullable Instant started,
      @Nullable Instant ended,
      @Nullable Instant cancelRequested) {
    /** Of a run that is made now. */
    public static Times createdAt(Instant now) {
      return new Times(now, null, null, null);
    }
  }
}
