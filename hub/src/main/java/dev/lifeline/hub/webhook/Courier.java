package dev.lifeline.hub.webhook;

import dev.lifeline.core.JsonPosts;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.hub.connector.AddressGuard;
import dev.lifeline.hub.model.Webhook;
import dev.lifeline.hub.model.WebhookDelivery;
import dev.lifeline.hub.model.WebhookDelivery.Last;
import dev.lifeline.hub.model.WebhookDelivery.State;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Tables;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends a delivery once. Just before, the host is looked up and judged; Java keeps what a look
 * showed for half a minute, so that the connection is made to an address that was judged.
 * Thread-safe.
 */
final class Courier {
  private static final int GONE = 410;

  /** So long a secret that was replaced still signs, beside the new one. */
  private static final Duration OVERLAP = Duration.ofHours(24);

  private final Keyring keyring;
  private final JsonPosts posts;
  private final AddressGuard guard;
  private final InstantSource clock;
  private final RandomGenerator random;

  Courier(
      Keyring keyring,
      JsonPosts posts,
      AddressGuard guard,
      InstantSource clock,
      RandomGenerator random) {
    this.keyring = keyring;
    this.posts = posts;
    this.guard = guard;
    this.clock = clock;
    this.random = random;
  }

  /** The names under which a webhook's secrets are sealed. */
  static String addressName(UUID webhook) {
    return "webhook " + webhook + " address";
  }

  static String secretName(UUID webhook) {
    return "webhook " + webhook + " secret";
  }

  static String oldSecretName(UUID webhook) {
    return "webhook " + webhook + " secret before";
  }

  /** Where it goes and what signs it, as it stands in a transaction. */
  record Envelope(URI address, List<Secret> secrets) {}

  Envelope envelope(Tables tables, Webhook webhook) {
    Instant rotated = webhook.rotated();
    boolean both = rotated != null && clock.instant().isBefore(rotated.plus(OVERLAP));
    Secret address = keyring.open(tables, addressName(webhook.id())).orElseThrow();
    Optional<Secret> secret = keyring.open(tables, secretName(webhook.id()));
    Optional<Secret> old =
        both ? keyring.open(tables, oldSecretName(webhook.id())) : Optional.empty();
    return new Envelope(
        URI.create(address.reveal()), Stream.of(secret, old).flatMap(Optional::stream).toList());
  }

  /** Sends it outside of any transaction, and says what came of it. */
  WebhookDelivery send(Envelope envelope, WebhookDelivery delivery, boolean isTest) {
    Instant now = clock.instant();
    try {
      guard.require(envelope.address());
      JsonPosts.Receipt receipt =
          posts.send(
              new JsonPosts.Message(
                  "POST",
                  envelope.address(),
                  null,
                  headers(envelope, delivery, now),
                  delivery.body()));
      boolean isTaken = receipt.status() >= 200 && receipt.status() < 300;
      if (isTaken) {
        return delivery.sent(
            State.DELIVERED, new Last(now, null, receipt.status(), receipt.text()));
      }
      boolean isHopeless = isTest || receipt.status() == GONE;
      return refused(delivery, isHopeless, now, receipt);
    } catch (LifelineException e) {
      return unreached(delivery, isTest, now, e.problem().message());
    }
  }

  private WebhookDelivery refused(
      WebhookDelivery delivery, boolean isHopeless, Instant now, JsonPosts.Receipt receipt) {
    Optional<Instant> next = isHopeless ? Optional.empty() : next(delivery, now);
    return delivery.sent(
        next.isEmpty() ? State.GIVEN_UP : State.WAITING,
        new Last(now, next.orElse(null), receipt.status(), receipt.text()));
  }

  private WebhookDelivery unreached(
      WebhookDelivery delivery, boolean isTest, Instant now, String text) {
    Optional<Instant> next = isTest ? Optional.empty() : next(delivery, now);
    return delivery.sent(
        next.isEmpty() ? State.GIVEN_UP : State.WAITING,
        new Last(now, next.orElse(null), null, text));
  }

  private Optional<Instant> next(WebhookDelivery delivery, Instant now) {
    return Backoff.after(delivery.attempts() + 1, random).map(now::plus);
  }

  private static Map<String, String> headers(
      Envelope envelope, WebhookDelivery delivery, Instant now) {
    String id = "msg_" + delivery.id();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", "Lifeline-Hub");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put(
        "webhook-signature",
        envelope.secrets().stream()
            .map(secret -> Signature.of(secret, id, now, delivery.body()))
            .collect(Collectors.joining(" ")));
    return headers;
  }
}
