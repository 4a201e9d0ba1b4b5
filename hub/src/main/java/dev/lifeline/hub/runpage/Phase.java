package dev.lifeline.hub.runpage;

import dev.lifeline.hub.chart.Tone;
import java.time.Duration;
import java.time.Instant;

/**
 * A step in one state.
 *
 * @param word LCS's for it, or ours where LCS has none
 * @param to when the next one began; of the last one when the step ended, or now
 */
public record Phase(String word, Tone tone, Instant from, Instant to) {
  /** How long it lasted; of the last one how long it has lasted. */
  public Duration took() {
    return Duration.between(from, to);
  }
}
