package dev.lifeline.hub.webhook;

import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.Webhook;
import dev.lifeline.hub.model.WebhookDelivery;
import dev.lifeline.hub.model.WebhookEvent;
import dev.lifeline.hub.schedule.Agenda;
import dev.lifeline.hub.schedule.Job;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads what happened to runs, event by event, and writes down who has to be told. The place up to
 * which it has read moves in the same transaction, so that nothing is told twice or left out,
 * whichever node dies. Thread-safe.
 */
final class Announcing implements Job {
  static final String KIND = "webhook-announcing";
  static final String ID = "all";

  private static final int PAGE = 200;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration MEMORY = Duration.ofDays(30);

  private final Database database;
  private final Agenda agenda;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  Announcing(Database database, Agenda agenda, InstantSource clock, Supplier<UUID> ids) {
    this.database = database;
    this.agenda = agenda;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Optional<Instant> run(String id) {
    int read = database.inTransaction(this::read);
    Instant now = clock.instant();
    return Optional.of(read < PAGE ? now.plus(LOOK) : now);
  }

  private int read(Tables tables) {
    long seen = tables.webhooks().lockCursor();
    List<RunEvent> events = tables.runEvents().after(seen, PAGE);
    if (events.isEmpty()) {
      return 0;
    }
    List<Webhook> webhooks = tables.webhooks().list();
    for (RunEvent event : events) {
      WebhookEvent.of(event.kind()).ifPresent(kind -> announce(tables, webhooks, kind, event));
    }
    tables.webhooks().moveCursor(events.get(events.size() - 1).number());
    tables.webhookDeliveries().forgetBefore(clock.instant().minus(MEMORY));
    return events.size();
  }

  private void announce(
      Tables tables, List<Webhook> webhooks, WebhookEvent kind, RunEvent happened) {
    List<Webhook> listening =
        webhooks.stream().filter(each -> each.enabled() && each.events().contains(kind)).toList();
    if (listening.isEmpty()) {
      return;
    }
    Run run = tables.runs().get(happened.run()).orElseThrow();
    Instant now = clock.instant();
    for (Webhook webhook : listening) {
      if (webhook.project() == null || webhook.project().equals(run.place().project())) {
        tables
            .webhookDeliveries()
            .add(
                new WebhookDelivery(
                    ids.get(),
                    webhook.id(),
                    run.id(),
                    happened.number(),
                    kind,
                    Message.of(webhook.format(), kind, run, happened),
                    now,
                    WebhookDelivery.State.WAITING,
                    0,
                    WebhookDelivery.Last.none(now)));
        agenda.put(tables, Telling.KIND, Telling.id(webhook.id(), run.id()), now);
      }
    }
  }
}
