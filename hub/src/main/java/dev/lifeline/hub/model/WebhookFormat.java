package dev.lifeline.hub.model;

import java.util.Locale;
import java.util.Optional;

/** How a webhook wants to be told. */
public enum WebhookFormat {
  /** As Standard Webhooks has it. */
  JSON,
  /** A message with an Adaptive Card, as workflows of Microsoft Teams take it. */
  TEAMS;

  /** The name in JSON: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name. */
  public static Optional<WebhookFormat> withId(String id) {
    for (WebhookFormat format : values()) {
      if (format.id().equals(id)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
