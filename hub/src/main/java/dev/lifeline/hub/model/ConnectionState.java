package dev.lifeline.hub.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows of a connection's password.
 *
 * @param passwordSince when it was given, or null when there is none
 * @param verified when a sign-in with it was last tried, or null when that was never
 * @param problem the code of why that failed, or null when it worked
 * @param lastUsed when a token was last handed out, to the minute; null when that was never
 */
public record ConnectionState(
    @Nullable Instant passwordSince,
    @Nullable Instant verified,
    @Nullable String problem,
    @Nullable Instant lastUsed) {

  /** How old the password is; zero when there is none. */
  public Duration age(Instant now) {
    return passwordSince == null || now.isBefore(passwordSince)
        ? Duration.ZERO
        : Duration.between(passwordSince, now);
  }
}
