package dev.lifeline.hub.webhook;

import dev.lifeline.hub.model.Webhook;
import dev.lifeline.hub.model.WebhookDelivery;
import dev.lifeline.hub.schedule.Job;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Tells a webhook of a run, one event after the other: the next one only when the one before was
 * taken or given up. Whoever dies between sending and writing that down lets it be sent once more.
 * Thread-safe.
 */
final class Telling implements Job {
  static final String KIND = "webhook-telling";

  /** A slow receiver must not keep the threads that carry runs on. */
  private static final int AT_ONCE = 4;

  private static final Duration ROOM = Duration.ofSeconds(1);

  private final Database database;
  private final Courier courier;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE);

  Telling(Database database, Courier courier, InstantSource clock) {
    this.database = database;
    this.courier = courier;
    this.clock = clock;
  }

  static String id(UUID webhook, UUID run) {
    return webhook + "/" + run;
  }

  private record Due(Courier.Envelope envelope, WebhookDelivery delivery) {}

  @Override
  public Optional<Instant> run(String id) {
    String[] parts = id.split("/", 2);
    UUID webhook = UUID.fromString(parts[0]);
    UUID run = UUID.fromString(parts[1]);
    Optional<WebhookDelivery> next =
        database.inTransaction(tables -> tables.webhookDeliveries().next(webhook, run));
    Instant at = next.map(each -> each.last().next()).orElse(null);
    if (at == null || at.isAfter(clock.instant())) {
      return Optional.ofNullable(at);
    }
    if (!room.tryAcquire()) {
      return Optional.of(clock.instant().plus(ROOM));
    }
    try {
      return tell(webhook, run);
    } finally {
      room.release();
    }
  }

  private Optional<Instant> tell(UUID webhook, UUID run) {
    Optional<Due> due = database.inTransaction(tables -> due(tables, webhook, run));
    if (due.isEmpty()) {
      return Optional.empty();
    }
    WebhookDelivery sent = courier.send(due.get().envelope(), due.get().delivery(), false);
    database.change(tables -> tables.webhookDeliveries().update(sent));
    Instant again = sent.last().next();
    return Optional.of(again == null ? clock.instant() : again);
  }

  /** One that was switched off, or is gone, is told nothing more. */
  private Optional<Due> due(Tables tables, UUID webhook, UUID run) {
    Optional<Webhook> known = tables.webhooks().get(webhook).filter(Webhook::enabled);
    return known.flatMap(
        each ->
            tables
                .webhookDeliveries()
                .next(webhook, run)
                .map(delivery -> new Due(courier.envelope(tables, each), delivery)));
  }
}
