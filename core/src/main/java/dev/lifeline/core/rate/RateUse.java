package dev.lifeline.core.rate;

import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A limit that a call counts against.
 *
 * @param limit the limit
 * @param project the project that the call is about
 * @param environment the environment that it is about, or null when it is about the whole project
 */
public record RateUse(RateLimit limit, ProjectId project, @Nullable EnvironmentId environment) {

  /** An id compares with its dashes and its case ignored. */
  String environmentDigits() {
    if (environment == null) {
      throw new IllegalStateException("the call is about no environment");
    }
    return environment.value().replace("-", "").toLowerCase(Locale.ROOT);
  }
}
