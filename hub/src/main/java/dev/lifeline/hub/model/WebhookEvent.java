package dev.lifeline.hub.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Of what webhooks hear. */
public enum WebhookEvent {
  /** A run begins. */
  START,
  /** A run does not get on. */
  STUCK,
  /** A run is at its end, well or not. */
  END,
  /** Somebody tries the webhook; nobody has to ask for it. */
  TEST;

  /** The name in JSON: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The event of that name. */
  public static Optional<WebhookEvent> withId(String id) {
    for (WebhookEvent event : values()) {
      if (event.id().equals(id)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** What a webhook hears of a run's event; empty when nothing. */
  public static Optional<WebhookEvent> of(EventKind kind) {
    return switch (kind) {
      case STARTED -> Optional.of(START);
      case STUCK -> Optional.of(STUCK);
      case ENDED -> Optional.of(END);
      case CREATED, STEP_STARTED, STATE_CHANGED, WARNING, STEP_ENDED, CANCEL_REQUESTED ->
          Optional.empty();
    };
  }

  /** The names of these events, blanks between them. */
  public static String join(Set<WebhookEvent> events) {
    return events.stream().sorted().map(WebhookEvent::id).collect(Collectors.joining(" "));
  }

  /** What {@link #join} joined. */
  public static Set<WebhookEvent> split(String text) {
    Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
    for (String id : text.split(" ", -1)) {
      withId(id).ifPresent(events::add);
    }
    return events;
  }
}
