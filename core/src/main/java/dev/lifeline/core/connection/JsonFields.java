package dev.lifeline.core.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object; what is taken out is known, what is left over is not. */
final class JsonFields {
  private final Map<String, @Nullable Object> left = new LinkedHashMap<>();
  private final String what;
  private final StoreFaults faults;

  JsonFields(@Nullable Object value, String what, StoreFaults faults) {
    this.what = what;
    this.faults = faults;
    if (!(value instanceof Map<?, ?> map)) {
      throw faults.damaged(what + " is not a JSON object");
    }
    map.forEach((name, field) -> left.put(String.valueOf(name), field));
  }

  /** A text or a whole number as text; null when the field is null or missing. */
  @Nullable String text(String name) {
    Object value = left.remove(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    if (value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    throw faults.damaged("'" + name + "' of " + what + " is not a text");
  }

  String needed(String name) {
    String text = text(name);
    if (text == null) {
      throw faults.damaged("'" + name + "' of " + what + " is missing");
    }
    return text;
  }

  long number(String name, long whenMissing) {
    Object value = left.remove(name);
    if (value == null) {
      return whenMissing;
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw faults.damaged("'" + name + "' of " + what + " is not a whole number");
  }

  List<?> list(String name) {
    if (left.remove(name) instanceof List<?> list) {
      return list;
    }
    throw faults.damaged("'" + name + "' of " + what + " is not a list");
  }

  /** What nobody has asked for. */
  Map<String, @Nullable Object> rest() {
    return left;
  }
}
