package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A preflight check that somebody watches.
 *
 * @param person who started it
 * @param connection what it is of, or null when that is not stored
 * @param target where it signs in, and as whom
 */
public record VerificationRun(
    UUID id,
    UUID person,
    @Nullable UUID connection,
    String target,
    Instant begun,
    Progress progress) {

  /**
   * How far it is.
   *
   * @param steps a JSON array of the steps so far
   */
  public record Progress(State state, String steps) {}

  /** Where a run stands. */
  public enum State {
    RUNNING,
    PASSED,
    FAILED
  }

  /** What two descriptions of the same sign-in have in common. */
  public static String describe(Target target) {
    return String.join("\n", target.url(), target.apiUrl(), target.username(), target.clientId());
  }
}
