package dev.lifeline.hub.web;

import dev.lifeline.core.model.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a form sent. Prints nothing of it. */
public final class FormFields {
  static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
  static final FormFields NONE = new FormFields(Map.of());

  private final Map<String, String> values;

  private FormFields(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Of repeated names the first; what is malformed is left out. */
  static FormFields parse(String body) {
    Map<String, String> values = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          values.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        } catch (IllegalArgumentException e) {
          // not what a browser sends
        }
      }
    }
    return new FormFields(values);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A field without blanks at its ends; empty when nothing else is in it. */
  public String text(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /** A field as it is; empty when there is nothing in it. */
  public Optional<Secret> secret(String name) {
    return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty()).map(Secret::of);
  }

  @Override
  public String toString() {
    return "the fields " + values.keySet();
  }
}
