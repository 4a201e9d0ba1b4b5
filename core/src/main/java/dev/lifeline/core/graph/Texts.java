package dev.lifeline.core.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts on their way into an address and out of an answer. */
final class Texts {
  private Texts() {}

  /**
   * Percent-encodes everything but letters, digits and {@code -_.}; a blank becomes {@code %20}.
   */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /** A filter on one property, percent-encoded; a quote in the value is doubled (OData). */
  static String filter(String property, String value) {
    return "?$filter=" + encoded(property + " eq '" + value.replace("'", "''") + "'");
  }

  /** The text, or an empty one. */
  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** What is there of a list that Graph may leave out, in whole or in part. */
  static <T> List<T> present(@Nullable List<@Nullable T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).map(t -> t).toList();
  }

  /** An id without which the answer is of no use. */
  static String id(String does, @Nullable String id) {
    if (id == null || id.isBlank()) {
      throw Judge.unreadable(does, "it names no id").raise();
    }
    return id;
  }
}
