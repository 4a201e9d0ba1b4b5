package dev.lifeline.hub.web;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request. Prints neither headers nor body, which may hold secrets.
 *
 * @param method the method
 * @param address where it came to, up to the path: {@code https://host:port}
 * @param target the path and the query as they were sent
 * @param path the path, decoded
 * @param parameters the variable segments of the path, decoded
 * @param query the query's values by name in lower case; of repeated ones the first
 * @param headers by name in lower case
 * @param body the body, empty when there is none
 * @param from the sender's address
 */
public record HttpCall(
    Method method,
    String address,
    String target,
    String path,
    Map<String, String> parameters,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    String from) {
  public HttpCall {
    parameters = Map.copyOf(parameters);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** A variable segment of the path; empty when its route has none of that name. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** A value of the query, the name without regard to case; empty when blank. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name.toLowerCase(Locale.ROOT)))
        .filter(value -> !value.isBlank());
  }

  /** The values that commas join in a value of the query. */
  public List<String> queryList(String name) {
    return query(name)
        .map(value -> Arrays.stream(value.split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** A cookie. */
  public Optional<Secret> cookie(String name) {
    for (String pair : headers.getOrDefault("cookie", "").split(";", -1)) {
      String text = pair.strip();
      if (text.startsWith(name + "=") && text.length() > name.length() + 1) {
        return Optional.of(Secret.of(text.substring(name.length() + 1)));
      }
    }
    return Optional.empty();
  }

  /** Whether what is sent back travels encrypted. */
  public boolean isEncrypted() {
    return address.startsWith("https:");
  }

  /** The body as the fields of a form; none when it is not one. */
  public FormFields form() {
    boolean isForm =
        header("content-type")
            .map(type -> type.toLowerCase(Locale.ROOT).startsWith(FormFields.MEDIA_TYPE))
            .orElse(false);
    return isForm ? FormFields.parse(body) : FormFields.NONE;
  }

  /** Whether the body is a JSON array. */
  public boolean bodyIsArray() {
    return body.stripLeading().startsWith("[");
  }

  /**
   * The body as JSON of that shape.
   *
   * @throws Refusal 400 when it is not
   */
  public <T> T body(Class<T> type) {
    @Nullable T read = Json.read(body, type).orElse(null);
    if (read == null) {
      throw Fault.ARGUMENT.refuse(
          "The body of the request is missing, or not the JSON it has to be.");
    }
    return read;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
