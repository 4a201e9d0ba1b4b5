package dev.lifeline.hub.web;

import dev.lifeline.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer. Prints its status only.
 *
 * @param status the HTTP status
 * @param contentType without a character set, or null when there is no body
 * @param headers more headers
 * @param body the body, empty when there is none
 */
public record Reply(
    int status, @Nullable String contentType, Map<String, String> headers, String body) {
  private static final String JSON = "application/json";

  public Reply {
    headers = Map.copyOf(headers);
  }

  /** 200 with JSON; null is written as {@code null}. */
  public static Reply json(@Nullable Object value) {
    return new Reply(200, JSON, Map.of(), value == null ? "null" : Json.write(value));
  }

  /** 200 with a list in Azure DevOps' envelope. */
  public static Reply list(List<?> values) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("count", values.size());
    envelope.put("value", values);
    return json(envelope);
  }

  /** 204. */
  public static Reply nothing() {
    return new Reply(204, null, Map.of(), "");
  }

  /** A text. */
  public static Reply text(int status, String text) {
    return new Reply(status, "text/plain", Map.of(), text);
  }

  /** The same with another status. */
  public Reply status(int other) {
    return new Reply(other, contentType, headers, body);
  }

  /** The same with one more header. */
  public Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, more, body);
  }

  /** Whether the body is JSON. */
  boolean isJson() {
    return JSON.equals(contentType);
  }

  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
