package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log.
 *
 * @param action what happened, such as {@code connection.created}
 * @param person who did it, or null for the hub itself
 * @param token the personal access token that was used, or null
 * @param address where the request came from, or null
 * @param about what it happened to
 * @param subject the same for people; never a secret
 */
public record AuditEntry(
    Instant happened,
    String action,
    @Nullable UUID person,
    @Nullable UUID token,
    @Nullable String address,
    About about,
    String subject) {
  /** The ids of what an entry is about; null what does not apply. */
  public record About(
      @Nullable UUID organization, @Nullable UUID project, @Nullable UUID connection) {
    /** About the hub as a whole. */
    public static final About HUB = new About(null, null, null);
  }
}
