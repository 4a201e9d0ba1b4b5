package dev.lifeline.core.servicing;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Environment;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether nothing is done to an environment now, by its own description.
 *
 * @param word LCS's word for what is done to it, or null when it says none
 */
record Rest(@Nullable String word) {
  /** DOC names the first; the others are ASSUMED. */
  private static final Set<String> RESTING = Set.of("finished", "deployed", "failed", "stopped");

  static Rest of(LcsClient lcs, ServicingTarget target) {
    return new Rest(
        lcs.environment(target.project(), target.environment())
            .map(Environment::state)
            .map(Environment.State::deploymentState)
            .orElse(null));
  }

  /** Whether LCS says that it has finished, whatever an old row of the history says. */
  boolean isCertain() {
    return word != null && word.equalsIgnoreCase("Finished");
  }

  /** Whether LCS says nothing to the contrary. */
  boolean isPossible() {
    return word == null || word.isBlank() || RESTING.contains(word.toLowerCase(Locale.ROOT));
  }
}
