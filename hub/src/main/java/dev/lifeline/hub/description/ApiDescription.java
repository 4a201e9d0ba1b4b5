package dev.lifeline.hub.description;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.web.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The OpenAPI document of the hub: written by hand, one file a noun beside this class, put together
 * here, and compared by tests with the routes and with what they answer. Thread-safe.
 */
public final class ApiDescription {
  /** The first is the document's frame; the order is that of the document. */
  private static final List<String> PARTS =
      List.of(
          "openapi",
          "connections",
          "runs",
          "webhooks",
          "administration",
          "health",
          "discovery",
          "endpoints",
          "history",
          "pipelines",
          "roles");

  private final Reply reply = Reply.json(document());

  /** Adds its route. */
  public void to(Gate gate) {
    gate.on(Route.OPENAPI, call -> reply);
  }

  /** The document. */
  public static Map<String, Object> document() {
    Map<String, Object> document = Map.of();
    for (String part : PARTS) {
      document = joined(document, read(part + ".json"));
    }
    return document;
  }

  private static Map<?, ?> read(String name) {
    try (InputStream file = ApiDescription.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
      return Json.read(text, Map.class).orElseThrow(() -> new IllegalStateException(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> joined(Map<?, ?> one, Map<?, ?> other) {
    Map<String, Object> both = new LinkedHashMap<>();
    one.forEach((name, value) -> both.put(String.valueOf(name), value));
    other.forEach(
        (name, value) ->
            both.merge(String.valueOf(name), value, (a, b) -> joined(String.valueOf(name), a, b)));
    return both;
  }

  private static Object joined(String name, Object one, Object other) {
    if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
      return joined(first, second);
    }
    throw new IllegalStateException("two parts of the description tell of '" + name + "'");
  }
}
