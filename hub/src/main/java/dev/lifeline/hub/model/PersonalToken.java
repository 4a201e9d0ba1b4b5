package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal access token, without what it consists of.
 *
 * @param owner whose
 * @param scopes what it is good for
 * @param lastUsed to the minute; null when never
 * @param revoked since when it is not good any more, or null
 */
public record PersonalToken(
    UUID id,
    Person owner,
    String name,
    Set<TokenScope> scopes,
    Instant created,
    Instant expires,
    @Nullable Instant lastUsed,
    @Nullable Instant revoked) {
  public PersonalToken {
    scopes = Set.copyOf(scopes);
  }

  /** Whether it opens anything at that time. */
  public boolean isGood(Instant now) {
    return revoked == null && now.isBefore(expires);
  }
}
