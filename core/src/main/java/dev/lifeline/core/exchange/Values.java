package dev.lifeline.core.exchange;

import dev.lifeline.core.model.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON object of another tool, which spells its names in upper or lower case as it likes. */
final class Values {
  private final Map<String, @Nullable Object> values = new TreeMap<>();

  private Values(Map<?, ?> object) {
    object.forEach((name, value) -> values.put(key(String.valueOf(name)), value));
  }

  /** The object; an empty one when the value is something else. */
  static Values of(@Nullable Object value) {
    return new Values(value instanceof Map<?, ?> map ? map : Map.of());
  }

  /** The elements of a list; a value that is none counts as a list of one. */
  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of(value == null ? Map.of() : value);
  }

  boolean has(String name) {
    return values.containsKey(key(name));
  }

  @Nullable Object get(String name) {
    return values.get(key(name));
  }

  Values object(String name) {
    return of(get(name));
  }

  void put(String name, @Nullable Object value) {
    values.put(key(name), value);
  }

  /** A text or a number as text; null when it is something else, blank or missing. */
  @Nullable String text(String name) {
    Object value = get(name);
    String text = value instanceof String || value instanceof Number ? value.toString() : "";
    return text.isBlank() ? null : text.strip();
  }

  /** A password: blanks in it count; masked ones and placeholders are none. */
  Optional<Secret> password(String name) {
    if (!(get(name) instanceof String text)
        || text.isEmpty()
        || text.equals(ConnectionExport.PASSWORD_PLACEHOLDER)
        || text.matches("\\*+")) {
      return Optional.empty();
    }
    return Optional.of(Secret.of(text));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
