package dev.lifeline.extension.agent;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A logging command, found wherever in a line it stands.
 *
 * @param name area and event in lower case, such as {@code task.setvariable}
 * @param properties by name in lower case
 * @param data what follows
 */
public record LoggingCommand(String name, Map<String, String> properties, String data) {
  private static final String MARK = "##vso[";

  /** The command in a line. */
  static Optional<LoggingCommand> in(String line) {
    int start = line.indexOf(MARK);
    int end = line.indexOf(']', start);
    if (start < 0 || end < 0) {
      return Optional.empty();
    }
    String[] head = line.substring(start + MARK.length(), end).split(" ", 2);
    Map<String, String> properties = new LinkedHashMap<>();
    for (String pair : (head.length == 2 ? head[1] : "").split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        properties.put(
            pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            decoded(pair.substring(equals + 1)));
      }
    }
    return Optional.of(
        new LoggingCommand(
            head[0].toLowerCase(Locale.ROOT), properties, decoded(line.substring(end + 1))));
  }

  String property(String key) {
    return properties.getOrDefault(key, "");
  }

  private static String decoded(String text) {
    return text.replace("%3B", ";")
        .replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%5D", "]")
        .replace("%AZP25", "%");
  }
}
