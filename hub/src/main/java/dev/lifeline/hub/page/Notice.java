package dev.lifeline.hub.page;

import dev.lifeline.hub.web.HttpCall;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was done just now, said on the page that follows: {@code ?done=connection.created}. It is a
 * key of a text, so that nobody can put words of their own there.
 *
 * @param key of the text
 */
public record Notice(String key) {
  private static final String QUERY = "done";
  private static final Pattern KEY = Pattern.compile("([a-z]+)\\.([a-z-]+)");

  static Optional<Notice> of(HttpCall call) {
    return call.query(QUERY)
        .map(KEY::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(key -> new Notice(key.group(1) + ".done." + key.group(2)));
  }

  /** A place whose page will say so. */
  public static String at(String place, String noun, String what) {
    return place + (place.contains("?") ? "&" : "?") + QUERY + "=" + noun + "." + what;
  }
}
