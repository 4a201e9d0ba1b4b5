package dev.lifeline.hub.webhook;

import static dev.lifeline.hub.store.Samples.ADELE;
import static dev.lifeline.hub.store.Samples.CONTOSO;
import static dev.lifeline.hub.store.Samples.FINANCE;
import static dev.lifeline.hub.store.Samples.NOW;

import dev.lifeline.core.JsonPosts;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.hub.connector.AddressGuard;
import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.model.StepInput;
import dev.lifeline.hub.model.StepKind;
import dev.lifeline.hub.model.StepOrder;
import dev.lifeline.hub.model.Webhook;
import dev.lifeline.hub.model.WebhookDelivery;
import dev.lifeline.hub.model.WebhookEvent;
import dev.lifeline.hub.model.WebhookFormat;
import dev.lifeline.hub.schedule.Agenda;
import dev.lifeline.hub.schedule.Pace;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.secret.LocalMasterKey;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.DatabaseKind;
import dev.lifeline.hub.store.RunEvents;
import dev.lifeline.hub.store.Samples;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs of webhooks with time that tests move, and a receiver. */
final class WebhookLab implements AutoCloseable {
  final ManualTime time = new ManualTime(NOW);
  final Receiver receiver = new Receiver();
  final Database database;
  final Keyring keyring;
  final Webhook webhook;
  final Run run;
  private final JsonPosts posts;
  private final Announcing announcing;
  private final Telling telling;

  WebhookLab(DatabaseKind kind, WebhookFormat format, boolean allowsPrivate) throws IOException {
    database = Database.open(kind.fresh());
    Samples.addTo(database);
    Secret key = Secret.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    keyring = Keyring.open(database, LocalMasterKey.of(key, "the tests"), time);
    posts =
        new JsonPosts(
            NetworkSettings.DEFAULTS,
            new Surroundings(time, new Random(1), UUID::randomUUID, Listener.NONE));
    Agenda agenda = new Agenda(database, Pace.DEFAULTS, time);
    Courier courier =
        new Courier(keyring, posts, new AddressGuard(allowsPrivate), time, new Random(1));
    announcing = new Announcing(database, agenda, time, UUID::randomUUID);
    telling = new Telling(database, courier, time);
    webhook = webhook(format);
    run = run();
  }

  private Webhook webhook(WebhookFormat format) {
    Webhook made =
        new Webhook(
            UUID.randomUUID(),
            FINANCE.id(),
            "http://127.0.0.1/hook?***",
            EnumSet.of(WebhookEvent.START, WebhookEvent.STUCK, WebhookEvent.END),
            format,
            true,
            new Mark(ADELE.id(), NOW),
            null);
    database.change(
        tables -> {
          tables.webhooks().add(made);
          keyring.seal(
              tables, Courier.addressName(made.id()), Secret.of(receiver.url().toString()));
          keyring.seal(
              tables, Courier.secretName(made.id()), Signature.newSecret(new SecureRandom()));
        });
    return made;
  }

  private Run run() {
    StepOrder order =
        new StepOrder(StepKind.STOP_ENVIRONMENT, Map.of(StepInput.ENVIRONMENT, "contoso-test"));
    Run made =
        new Run(
            UUID.randomUUID(),
            0,
            "nightly [release](https://evil.example)",
            new Run.Place(CONTOSO.id(), FINANCE.id(), UUID.randomUUID(), "1234567"),
            new Run.Origin(ADELE.id(), null, "ci", null, "hash", null),
            RunState.SUCCEEDED,
            Run.Times.createdAt(NOW),
            null,
            List.of(RunStep.queued(0, order)));
    database.change(tables -> tables.runs().add(made));
    return made;
  }

  Secret secret() {
    return database
        .inTransaction(tables -> keyring.open(tables, Courier.secretName(webhook.id())))
        .orElseThrow();
  }

  /** Something happens to the run. */
  void happens(EventKind kind, String text) {
    database.change(
        tables ->
            tables
                .runEvents()
                .add(new RunEvents.Fresh(run.id(), null, time.instant(), kind, text, "{}")));
  }

  void announce() {
    announcing.run(Announcing.ID);
  }

  /** One turn of the job; when it wants the next one. */
  @Nullable Instant tell() {
    return telling.run(Telling.id(webhook.id(), run.id())).orElse(null);
  }

  /** Turns of the job until there is nothing to do now. */
  void tellAll() {
    for (Instant next = tell(); next != null && !next.isAfter(time.instant()); next = tell()) {}
  }

  List<WebhookDelivery> deliveries() {
    return database.inTransaction(tables -> tables.webhookDeliveries().of(webhook.id(), 100));
  }

  Optional<WebhookDelivery> newest() {
    return deliveries().stream().findFirst();
  }

  @Override
  public void close() {
    posts.close();
    receiver.close();
    database.close();
  }
}
