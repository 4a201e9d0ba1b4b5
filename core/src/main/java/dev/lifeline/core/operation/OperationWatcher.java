package dev.lifeline.core.operation;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.time.Time;

/**
 * Waits for the end of an operation; the one engine for deployments, databases, validations, starts
 * and stops. The first look is at once. A look that fails because LCS cannot be reached, or cannot
 * answer, counts for nothing as long as the outage lasts no longer than the patience says.
 * Thread-safe.
 */
public final class OperationWatcher {
  private final Time time;
  private final Listener listener;

  public OperationWatcher(Time time, Listener listener) {
    this.time = time;
    this.listener = listener;
  }

  /**
   * Looks until the operation ended.
   *
   * @return a state that is not {@link OperationState.Running}; {@link OperationState.Unknown} when
   *     an unknown word persists and the patience takes that for an end
   * @throws dev.lifeline.core.problem.LifelineException WAIT_TIMED_OUT, INTERRUPTED, what the look
   *     is refused with, or what it failed with at the end of too long an outage
   */
  public OperationState await(Watched watched, Patience patience) {
    return new Watch(watched, patience, time, listener).toTheEnd();
  }
}
