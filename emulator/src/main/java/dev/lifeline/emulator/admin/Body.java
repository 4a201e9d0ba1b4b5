package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.server.Call;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an order; each mistake is an IllegalArgumentException that says what was expected.
 */
final class Body {

  private final Map<String, @Nullable Object> fields;

  private Body(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  static Body of(Call call) throws IOException {
    return new Body(Json.parseObject(call.bodyText()));
  }

  /** A misspelt field would otherwise be an order that does nothing. */
  Body allowing(Set<String> names) {
    for (String name : fields.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "unknown field \"%s\"; there are: %s"
                .formatted(name, String.join(", ", names.stream().sorted().toList())));
      }
    }
    return this;
  }

  String text(String name) {
    return findText(name)
        .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is required"));
  }

  Optional<String> findText(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw new IllegalArgumentException("\"" + name + "\" is a string");
  }

  OptionalDouble findNumber(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (value instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    throw new IllegalArgumentException("\"" + name + "\" is a number");
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  boolean isTrue(String name) {
    Object value = fields.get(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw new IllegalArgumentException("\"" + name + "\" is true or false");
  }

  /** A number of things. */
  int count(String name, int otherwise) {
    double value = findNumber(name).orElse(otherwise);
    if (value != Math.rint(value) || value < 0 || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("\"" + name + "\" is a whole number, 0 or more");
    }
    return (int) value;
  }

  Map<String, String> texts(String name) {
    Object value = fields.get(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
    } else if (value != null) {
      throw new IllegalArgumentException("\"" + name + "\" is an object of strings");
    }
    return texts;
  }

  /** A constant by its name in small letters, with dashes. */
  <E extends Enum<E>> Optional<E> findChoice(String name, Class<E> type) {
    return findText(name)
        .map(
            text -> {
              for (E constant : type.getEnumConstants()) {
                if (spelling(constant).equals(text)) {
                  return constant;
                }
              }
              throw new IllegalArgumentException("\"" + name + "\" does not know " + text);
            });
  }

  static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
