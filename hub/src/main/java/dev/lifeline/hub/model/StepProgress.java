package dev.lifeline.hub.model;

import org.jspecify.annotations.Nullable;

/**
 * How far a step has come.
 *
 * @param state where it stands
 * @param stage which of its operations it is at, from 0; most kinds of steps have one
 * @param operation the operation in LCS that it follows; null when none is known
 * @param status LCS's last word for it, or null
 */
public record StepProgress(
    RunState state, int stage, @Nullable FollowedOperation operation, @Nullable String status) {
  /** Nothing was done yet. */
  public static final StepProgress QUEUED = new StepProgress(RunState.QUEUED, 0, null, null);

  /** The same in another state. */
  public StepProgress with(RunState other) {
    return new StepProgress(other, stage, operation, status);
  }
}
