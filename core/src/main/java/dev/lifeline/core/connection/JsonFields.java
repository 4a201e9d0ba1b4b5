package dev.lifeline.core.connection;

import dev.lifeline.core.problem.LifelineException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    throw wrong(name, "is not a text");
  }

  String needed(String name) {
    String text = text(name);
    if (text == null) {
      throw wrong(name, "is missing");
    }
    return text;
  }

  /** A word of an enumeration; null when the field is null or missing. */
  <T> @Nullable T word(String name, Function<String, Optional<T>> read) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return read.apply(text)
        .orElseThrow(() -> wrong(name, "is '" + text + "', which is another Lifeline's word"));
  }

  /** As {@link #word(String, Function)}, with a value for a field that is null or missing. */
  <T> T word(String name, Function<String, Optional<T>> read, T whenMissing) {
    T word = word(name, read);
    return word == null ? whenMissing : word;
  }

  /** A time; null when the field is null or missing. */
  @Nullable Instant time(String name) {
    String text = text(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw wrong(name, "is not a time");
    }
  }

  Instant neededTime(String name) {
    Instant time = time(name);
    if (time == null) {
      throw wrong(name, "is missing");
    }
    return time;
  }

  long number(String name, long whenMissing) {
    Object value = left.remove(name);
    if (value == null) {
      return whenMissing;
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw wrong(name, "is not a whole number");
  }

  List<?> list(String name) {
    if (left.remove(name) instanceof List<?> list) {
      return list;
    }
    throw wrong(name, "is not a list");
  }

  /** What nobody has asked for. */
  Map<String, @Nullable Object> rest() {
    return left;
  }

  private LifelineException wrong(String name, String reason) {
    return faults.damaged("'" + name + "' of " + what + " " + reason);
  }
}
