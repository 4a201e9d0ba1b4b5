package dev.lifeline.core.registration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the check of a registration.
 *
 * @param requirement what was looked at
 * @param status how it is
 * @param finding what was found, or why nothing was; for people, may hold foreign text
 * @param place where in the portal it is mended; only when it failed
 */
public record CheckedRequirement(
    Requirement requirement, Status status, String finding, @Nullable String place) {
  /** How a requirement is met. */
  public enum Status {
    PASSED,
    FAILED,
    /** Not known: whoever signed in may not read it, or it takes more than reading. */
    SKIPPED;

    /** The word in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
