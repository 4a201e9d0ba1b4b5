package dev.lifeline.hub;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.lifeline.core.json.Json;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.description.ApiDescription;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hub's OpenAPI document as a contract: what a test sends and gets has to be as the document
 * says, to the field. Schemas are closed for that; for clients they are open, so that fields can be
 * added.
 */
public final class ApiContract {
  private static final Map<String, Object> DOCUMENT = closed(ApiDescription.document());
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

  private ApiContract() {}

  /** Whether a route belongs into the document: pages do not. */
  public static boolean describes(Route route) {
    String path = route.template();
    return path.startsWith("/api/") || path.contains("/_apis") || isHealth(path);
  }

  /** The answer, if it and its request are as the document says. */
  static HubLab.Answer checked(
      String method, String path, @Nullable Object body, HubLab.Answer answer) {
    route(method, path.replaceFirst("\\?.*", ""))
        .filter(ApiContract::describes)
        .ifPresent(route -> new Exchange(route, path, body, answer).check());
    return answer;
  }

  private static boolean isHealth(String path) {
    return List.of("/health", "/ready", "/metrics").contains(path);
  }

  /** As the server finds it: the first that fits. */
  private static Optional<Route> route(String method, String path) {
    return Arrays.stream(Route.values())
        .filter(route -> route.method().name().equals(method))
        .filter(route -> path.matches("(?i)" + route.template().replaceAll("\\{[^}]+}", "[^/]+")))
        .findFirst();
  }

  private record Exchange(Route route, String path, @Nullable Object body, HubLab.Answer answer) {
    void check() {
      Map<?, ?> operation = operation();
      checkQuery(operation);
      Map<?, ?> responses = at(operation, "responses");
      String status = Integer.toString(answer.status());
      boolean isDescribed = responses.containsKey(status);
      if (!isDescribed && answer.status() < 400) {
        throw broken("answers " + status + ", which is not there");
      }
      Map<?, ?> response = resolved(at(responses, isDescribed ? status : "default"));
      check("answer", response, answer.text());
      boolean isEmpty = body == null || body.equals(Map.of());
      if (answer.status() < 400 && !isEmpty) {
        check("request", at(operation, "requestBody"), Json.write(body));
      }
    }

    private Map<?, ?> operation() {
      return at(
          at(DOCUMENT, "paths"), route.template(), route.method().name().toLowerCase(Locale.ROOT));
    }

    private void checkQuery(Map<?, ?> operation) {
      Map<?, ?> item = at(DOCUMENT, "paths", route.template());
      List<String> known =
          Stream.of(item, operation)
              .map(each -> each.get("parameters"))
              .flatMap(each -> each instanceof List<?> list ? list.stream() : Stream.empty())
              .map(each -> resolved((Map<?, ?>) each))
              .filter(each -> "query".equals(each.get("in")))
              .map(each -> String.valueOf(each.get("name")))
              .toList();
      String query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
      for (String pair : query.split("&", -1)) {
        String name = pair.replaceFirst("=.*", "");
        if (!name.isEmpty() && known.stream().noneMatch(name::equalsIgnoreCase)) {
          throw broken("does not have the parameter '" + name + "'");
        }
      }
    }

    private void check(String what, Map<?, ?> described, String text) {
      Object content = described.get("content");
      if (content == null) {
        if (!text.isEmpty()) {
          throw broken("has no " + what + ", and there is: " + text);
        }
        return;
      }
      Object type = ((Map<?, ?>) content).get("application/json");
      if (type != null) {
        List<String> wrong =
            schema((Map<?, ?>) ((Map<?, ?>) type).get("schema"))
                .validate(text, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
        if (!wrong.isEmpty()) {
          throw broken(what + " differs: " + String.join("; ", wrong) + "\nin " + text);
        }
      }
    }

    private AssertionError broken(String how) {
      return new AssertionError(
          "the OpenAPI document (hub/src/main/resources/dev/lifeline/hub/description), %s %s: %s"
              .formatted(route.method(), route.template(), how));
    }
  }

  private static Schema schema(Map<?, ?> schema) {
    return KNOWN.computeIfAbsent(
        Json.write(schema),
        text -> {
          Map<Object, Object> whole = new LinkedHashMap<>(schema);
          whole.put("components", at(DOCUMENT, "components"));
          return SCHEMAS.getSchema(Json.write(whole));
        });
  }

  private static Map<?, ?> resolved(Map<?, ?> thing) {
    Object reference = thing.get("$ref");
    return reference == null
        ? thing
        : at(DOCUMENT, reference.toString().replace("#/", "").split("/", -1));
  }

  private static Map<?, ?> at(Map<?, ?> from, String... names) {
    Map<?, ?> found = from;
    for (String name : names) {
      if (!(found.get(name) instanceof Map<?, ?> next)) {
        throw new AssertionError("the OpenAPI document has no " + String.join(" ", names));
      }
      found = next;
    }
    return found;
  }

  /** The same with every object that lists its properties having no others. */
  private static Map<String, Object> closed(Map<?, ?> schema) {
    Map<String, Object> closed = new LinkedHashMap<>();
    schema.forEach((name, value) -> closed.put(String.valueOf(name), closedValue(value)));
    if ("object".equals(schema.get("type")) && schema.containsKey("properties")) {
      closed.putIfAbsent("additionalProperties", false);
    }
    return closed;
  }

  private static Object closedValue(Object value) {
    if (value instanceof Map<?, ?> map) {
      return closed(map);
    }
    return value instanceof List<?> list
        ? list.stream().map(ApiContract::closedValue).toList()
        : value;
  }
}
