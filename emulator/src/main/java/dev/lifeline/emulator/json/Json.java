package dev.lifeline.emulator.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON as plain trees: {@link Map} (in the order of the text), {@link
 * java.util.List}, {@link String}, {@link Number}, {@link Boolean} and null. Thread-safe.
 */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter INDENTED =
      MAPPER
          .writer()
          .with(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /**
   * The tree of a JSON text; null for the text {@code null}.
   *
   * @throws IllegalArgumentException if the text is not JSON; its message names the place, not the
   *     content
   */
  public static @Nullable Object parse(String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  /**
   * The members of a JSON object; a member may be null.
   *
   * @throws IllegalArgumentException if the text is not JSON, or is not an object
   */
  @SuppressWarnings("unchecked") // the parser makes objects of string keys only
  public static Map<String, @Nullable Object> parseObject(String text) {
    if (parse(text) instanceof Map<?, ?> members) {
      return (Map<String, @Nullable Object>) members;
    }
    throw new IllegalArgumentException("a JSON object was expected");
  }

  /** The tree as JSON on one line. */
  public static String write(@Nullable Object tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /** The tree as JSON, two blanks an indentation, lines ended by LF on every platform. */
  public static String writeIndented(@Nullable Object tree) {
    return INDENTED.writeValueAsString(tree);
  }

  /** The library's own message quotes the text, in which there may be a password. */
  private static IllegalArgumentException notJson(JacksonException e) {
    var place = e.getLocation();
    return new IllegalArgumentException(
        place == null
            ? "not JSON"
            : "not JSON: line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()));
  }
}
