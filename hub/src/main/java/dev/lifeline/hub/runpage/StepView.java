package dev.lifeline.hub.runpage;

import dev.lifeline.hub.model.RunState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step, from its beginning to its end.
 *
 * @param number from 1
 * @param title what it does
 * @param phases what it went through so far
 * @param usual how long it usually takes, or null
 * @param operation what it follows in LCS, or null
 */
public record StepView(
    int number,
    String title,
    RunState state,
    List<Phase> phases,
    @Nullable Duration usual,
    @Nullable Joined operation) {
  public StepView {
    phases = List.copyOf(phases);
  }

  /**
   * An operation in LCS.
   *
   * @param activity its id
   * @param command what watches it in a shell
   */
  public record Joined(String activity, String command) {}

  /** How long it took, or has taken; null when it has not begun. */
  public @Nullable Duration took() {
    return phases.isEmpty()
        ? null
        : Duration.between(phases.get(0).from(), phases.get(phases.size() - 1).to());
  }
}
