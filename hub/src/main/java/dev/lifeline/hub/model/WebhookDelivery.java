package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a webhook is told.
 *
 * @param run the id of the run that it is about, or null for a test
 * @param number the number of the run's event, or null for a test
 * @param body what is sent
 * @param attempts how often it was sent
 * @param last what came of it last
 */
public record WebhookDelivery(
    UUID id,
    UUID webhook,
    @Nullable UUID run,
    @Nullable Long number,
    WebhookEvent event,
    String body,
    Instant created,
    State state,
    int attempts,
    Last last) {

  /** Whether it has arrived. */
  public enum State {
    /** It is sent, or sent again, when its time comes. */
    WAITING,
    /** It was taken. */
    DELIVERED,
    /** It was not taken, and is not sent again. */
    GIVEN_UP;

    /** The name in JSON: lower case, words joined by hyphens. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What came of sending it.
   *
   * @param at when it was sent last, or null
   * @param next when it is sent again, or null
   * @param status the HTTP status, or null when nobody answered
   * @param text what was answered or went wrong, one line, or null
   */
  public record Last(
      @Nullable Instant at,
      @Nullable Instant next,
      @Nullable Integer status,
      @Nullable String text) {
    /** Of what was not sent yet. */
    public static Last none(Instant next) {
      return new Last(null, next, null, null);
    }
  }

  /** The same after it was sent once more. */
  public WebhookDelivery sent(State then, Last outcome) {
    return new WebhookDelivery(
        id, webhook, run, number, event, body, created, then, attempts + 1, outcome);
  }
}
