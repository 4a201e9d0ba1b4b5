package dev.lifeline.hub.webhook;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.Webhook;
import dev.lifeline.hub.model.WebhookDelivery;
import dev.lifeline.hub.model.WebhookEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as clients ask for it; what is null stays as it is.
 *
 * @param projectId the id of the project of the hub whose runs are meant; null for all
 * @param url where to; it may hold a secret, and is not shown again
 * @param format {@code json} or {@code teams}
 * @param rotateSecret whether to replace the signing secret
 */
record WebhookJson(
    @Nullable String projectId,
    @Nullable Secret url,
    @Nullable List<String> events,
    @Nullable String format,
    @Nullable Boolean enabled,
    boolean rotateSecret) {

  static Map<String, @Nullable Object> of(Webhook webhook) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", webhook.id().toString());
    json.put("projectId", webhook.project() == null ? null : webhook.project().toString());
    json.put("url", webhook.address());
    json.put("events", webhook.events().stream().sorted().map(WebhookEvent::id).toList());
    json.put("format", webhook.format().id());
    json.put("enabled", webhook.enabled());
    json.put("created", webhook.created().at().toString());
    json.put("secretRotated", text(webhook.rotated()));
    return json;
  }

  /** With the secret, which nobody learns again. */
  static Map<String, @Nullable Object> of(Webhook webhook, Secret secret) {
    Map<String, @Nullable Object> json = of(webhook);
    json.put("secret", secret.reveal());
    return json;
  }

  static Map<String, @Nullable Object> of(WebhookDelivery delivery) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", "msg_" + delivery.id());
    json.put("event", delivery.event().id());
    json.put("runId", delivery.run() == null ? null : delivery.run().toString());
    json.put("created", delivery.created().toString());
    json.put("state", delivery.state().id());
    json.put("attempts", delivery.attempts());
    json.put("lastAttempt", text(delivery.last().at()));
    json.put("nextAttempt", text(delivery.last().next()));
    json.put("status", delivery.last().status());
    json.put("answer", delivery.last().text());
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
