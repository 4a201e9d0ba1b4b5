package dev.lifeline.hub.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param position from 0
 * @param order what it is to do
 * @param progress where it stands
 * @param started when it began, or null
 * @param ended when it ended, or null
 * @param problem why it failed or is stuck, as JSON, or null
 */
public record RunStep(
    int position,
    StepOrder order,
    StepProgress progress,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable String problem) {
  /** A step that nothing was done of yet. */
  public static RunStep queued(int position, StepOrder order) {
    return new RunStep(position, order, StepProgress.QUEUED, null, null, null);
  }

  /** Where it stands. */
  public RunState state() {
    return progress.state();
  }
}
