package dev.lifeline.emulator.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in their order; immutable. A field may be null, and is then written
 * as {@code null}.
 */
public final class Fields {
  private static final Fields NONE = new Fields(new LinkedHashMap<>());

  private final Map<String, @Nullable Object> fields;

  private Fields(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /** No fields. */
  public static Fields none() {
    return NONE;
  }

  /** An object that begins with this field. */
  public static Fields of(String name, @Nullable Object value) {
    return NONE.with(name, value);
  }

  /** The same with one more field, or another value for it; a {@link Fields} becomes an object. */
  public Fields with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
    more.put(name, value instanceof Fields object ? object.tree() : value);
    return new Fields(more);
  }

  /** The same with all fields of another object. */
  public Fields with(Fields others) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
    more.putAll(others.fields);
    return new Fields(more);
  }

  /** The object as {@link Json} writes it. */
  public Map<String, @Nullable Object> tree() {
    return Collections.unmodifiableMap(fields);
  }
}
