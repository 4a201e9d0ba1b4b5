package dev.lifeline.emulator.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records of records, lists, enums and times as JSON and reads them again. For what the
 * emulator keeps, never for the wire. Thread-safe.
 */
public final class RecordJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultVisibility(
              it ->
                  it.withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
          .build();

  private RecordJson() {}

  /**
   * The record that a text holds.
   *
   * @throws IllegalArgumentException if the text is no JSON, or not of that shape; its message does
   *     not quote the text
   */
  public static <T extends Record> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " in JSON");
    }
  }

  /** The record as indented JSON. */
  public static String write(Record value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
