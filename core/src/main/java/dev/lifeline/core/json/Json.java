package dev.lifeline.core.json;

import dev.lifeline.core.model.Secret;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads and writes JSON; a {@link Secret} is read and never written. Records, maps, lists, strings,
 * numbers, booleans and null are understood; unknown fields are skipped, null and missing fields
 * are null. Thread-safe.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addModule(new SimpleModule().addDeserializer(Secret.class, new SecretReader()))
          .build();

  private static final JsonMapper SNAKE_CASE =
      MAPPER.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private Json() {}

  /**
   * Reads a text as a value of that type, a record as a rule.
   *
   * @return empty when the text is not JSON, or not JSON of that shape
   */
  public static <T> Optional<T> read(String text, Class<T> type) {
    return read(MAPPER, text, type);
  }

  /** As {@link #read}, for names such as {@code access_token}, which a record calls accessToken. */
  public static <T> Optional<T> readSnakeCase(String text, Class<T> type) {
    return read(SNAKE_CASE, text, type);
  }

  private static <T> Optional<T> read(JsonMapper mapper, String text, Class<T> type) {
    try {
      return Optional.ofNullable(mapper.readValue(text, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Writes a value on one line. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Writes a value for people, with line breaks. */
  public static String writeIndented(Object value) {
    return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }
}
