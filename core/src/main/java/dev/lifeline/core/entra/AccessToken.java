package dev.lifeline.core.entra;

import dev.lifeline.core.model.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * A token for LCS, opaque.
 *
 * @param value what goes into the Authorization header
 * @param obtained when it was asked for
 * @param expires when it ends
 */
public record AccessToken(Secret value, Instant obtained, Instant expires) {
  /** Entra sign-in: renew about five minutes early. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Whether it will do for a request sent now. */
  boolean isFresh(Instant now) {
    return now.isBefore(expires.minus(MARGIN));
  }
}
