package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to hear of runs.
 *
 * @param project the id of the project of the hub whose runs are meant, or null for all
 * @param address where it is, as it is shown: without what may be a secret
 * @param events of what it hears, at least one
 * @param enabled whether it hears anything
 * @param rotated when its signing secret was replaced, or null
 */
public record Webhook(
    UUID id,
    @Nullable UUID project,
    String address,
    Set<WebhookEvent> events,
    WebhookFormat format,
    boolean enabled,
    Mark created,
    @Nullable Instant rotated) {
  public Webhook {
    events = Set.copyOf(events);
  }
}
