package dev.lifeline.hub.connection;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.model.ExecutionRecord;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A use of a connection, as its client told it; what is told otherwise is left out.
 *
 * @param what such as a pipeline, or empty
 * @param who or empty
 * @param kind such as Build, or empty
 * @param at when it ended or began, or null
 * @param result a word, or empty
 */
public record Use(String what, String who, String kind, @Nullable Instant at, String result) {
  static Use of(ExecutionRecord execution) {
    Map<?, ?> content = Json.read(execution.content(), Map.class).orElse(Map.of());
    Instant finished = time(content.get("finishTime"));
    return new Use(
        name(content.get("definition")),
        name(content.get("owner")),
        text(content.get("planType")),
        finished == null ? time(content.get("startTime")) : finished,
        text(content.get("result")));
  }

  private static String name(@Nullable Object named) {
    return named instanceof Map<?, ?> map ? text(map.get("name")) : "";
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  private static @Nullable Instant time(@Nullable Object value) {
    try {
      return value == null ? null : Instant.parse(value.toString());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
