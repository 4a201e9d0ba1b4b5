package dev.lifeline.hub.web;

import dev.lifeline.core.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param cookies what the browser is to keep
 * @param content what it holds
 */
public record Reply(
    int status,
    @Nullable String contentType,
    Map<String, String> headers,
    List<Cookie> cookies,
    Content content) {
  private static final String JSON = "application/json";

  /** A browser that sends no referrer says of no form where it comes from, either. */
  private static final Map<String, String> PAGE =
      Map.of(
          "Referrer-Policy",
          "same-origin",
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
              + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'");

  public Reply {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  private Reply(
      int status,
      @Nullable String contentType,
      Map<String, String> headers,
      List<Cookie> cookies,
      String body) {
    this(status, contentType, headers, cookies, new Content.Text(body));
  }

  /** 200 with events as they come, for as long as the feed has some. */
  public static Reply stream(Feed feed) {
    return new Reply(200, "text/event-stream", Map.of(), List.of(), new Content.Events(feed));
  }

  /** 200 with a file, which is removed when it is sent. */
  public static Reply file(String contentType, Path file) {
    return new Reply(200, contentType, Map.of(), List.of(), new Content.Passing(file));
  }

  /** 200 with JSON; null is written as {@code null}. */
  public static Reply json(@Nullable Object value) {
    return new Reply(200, JSON, Map.of(), List.of(), value == null ? "null" : Json.write(value));
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
    return new Reply(204, null, Map.of(), List.of(), "");
  }

  /** A text. */
  public static Reply text(int status, String text) {
    return new Reply(status, "text/plain", Map.of(), List.of(), text);
  }

  /** 200 with a page of the hub's own: its styles, scripts, images and forms are the hub's. */
  public static Reply html(String html) {
    return new Reply(200, "text/html", PAGE, List.of(), html);
  }

  /** 200 with a file that never changes under its address. */
  public static Reply lasting(String contentType, String content) {
    return new Reply(
        200,
        contentType,
        Map.of("Cache-Control", "public, max-age=31536000, immutable"),
        List.of(),
        content);
  }

  /**
   * 303: the browser goes on with GET.
   *
   * @param place a path of this hub, or an address of the hub's own choice
   */
  public static Reply goOn(String place) {
    return new Reply(303, null, Map.of("Location", place), List.of(), "");
  }

  /** The same with another status. */
  public Reply status(int other) {
    return new Reply(other, contentType, headers, cookies, content);
  }

  /** The same with one more header. */
  public Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, more, cookies, content);
  }

  /** The same with one more cookie. */
  public Reply cookie(Cookie cookie) {
    List<Cookie> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new Reply(status, contentType, headers, more, content);
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
