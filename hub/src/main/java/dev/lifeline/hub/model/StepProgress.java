package dev.lifeline.hub.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come.
 *
 * @param state where it stands
 * @param stage which of its operations it is at, from 0; most kinds of steps have one
 * @param operation the operation in LCS that it follows, or the last that it followed; null when
 *     none is known
 * @param status LCS's last word for it, or null
 * @param watch the id of what looks at the operation; null when it is not followed
 * @param stuckSince since when it does not get on, or null
 */
public record StepProgress(
    RunState state,
    int stage,
    @Nullable FollowedOperation operation,
    @Nullable String status,
    @Nullable String watch,
    @Nullable Instant stuckSince) {
  /** Nothing was done yet. */
  public static final StepProgress QUEUED =
      new StepProgress(RunState.QUEUED, 0, null, null, null, null);

  /** At that stage, about to start its operation; what was followed before is kept. */
  public StepProgress starting(int newStage) {
    return new StepProgress(RunState.RUNNING, newStage, operation, status, null, null);
  }

  /** Follows an operation. */
  public StepProgress following(int newStage, FollowedOperation followed, String newWatch) {
    return new StepProgress(RunState.WAITING, newStage, followed, null, newWatch, null);
  }

  /** LCS says something else of the operation, or can be asked again. */
  public StepProgress seen(@Nullable String newStatus) {
    return new StepProgress(RunState.WAITING, stage, operation, newStatus, watch, null);
  }

  /** Does not get on, since that time at the latest. */
  public StepProgress stuck(Instant now) {
    return new StepProgress(
        RunState.STUCK, stage, operation, status, watch, stuckSince == null ? now : stuckSince);
  }

  /** Is at its end. */
  public StepProgress ended(RunState end, @Nullable String lastStatus) {
    return new StepProgress(end, stage, operation, lastStatus, null, null);
  }
}
