package dev.lifeline.core.servicing;

import dev.lifeline.core.operation.OperationState;
import org.jspecify.annotations.Nullable;

/**
 * What one look at an operation showed.
 *
 * @param state where it stands
 * @param step what a scale unit is doing, in LCS's words, or null
 * @param words LCS's words for what went wrong, or null
 */
public record Sight(OperationState state, @Nullable String step, @Nullable String words) {
  /** Whether nothing will change any more. */
  public boolean isEnd() {
    return state instanceof OperationState.Succeeded || state instanceof OperationState.Failed;
  }
}
