package dev.lifeline.core.http;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Tells the listener of each answer.
 *
 * @param time measures how long it took
 * @param listener hears of it
 */
record Witness(Time time, Listener listener) {
  Instant begin() {
    return time.instant();
  }

  /**
   * Tells of one answer.
   *
   * @param headers of the answer, by name in lower case
   */
  void answered(Request request, int status, Map<String, String> headers, Instant begun) {
    String id = headers.get("x-ms-request-id");
    listener.on(
        new Event.Answered(
            request.method(),
            request.shownAddress(),
            status,
            Duration.between(begun, time.instant()),
            id == null ? headers.get("request-id") : id));
  }
}
