package dev.lifeline.tasks.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Hears commands as the agent of Azure Pipelines does: written from the specification (Azure
 * Pipelines tasks: syntax and escaping), not from our code.
 */
public final class AgentsEar {
  private static final String MARKER = "##vso[";

  private AgentsEar() {}

  /** A command; property names in lower case. */
  public record Heard(String event, Map<String, String> properties, String content) {}

  /** The commands in a log. */
  public static List<Heard> listen(String log) {
    List<Heard> heard = new ArrayList<>();
    for (String line : log.split("\r\n|\n|\r", -1)) {
      int marker = line.indexOf(MARKER);
      int end = line.indexOf(']', marker + 1);
      if (marker >= 0 && end > 0) {
        heard.add(parse(line.substring(marker + MARKER.length(), end), line.substring(end + 1)));
      }
    }
    return heard;
  }

  private static Heard parse(String inside, String content) {
    int blank = inside.indexOf(' ');
    String event = blank < 0 ? inside : inside.substring(0, blank);
    Map<String, String> properties = new LinkedHashMap<>();
    String rest = blank < 0 ? "" : inside.substring(blank + 1);
    for (String property : rest.split(";", -1)) {
      int sign = property.indexOf('=');
      if (sign > 0) {
        properties.put(
            property.substring(0, sign).toLowerCase(Locale.ROOT),
            decoded(property.substring(sign + 1)));
      }
    }
    return new Heard(event, properties, decoded(content));
  }

  private static String decoded(String text) {
    return text.replace("%3B", ";")
        .replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%5D", "]")
        .replace("%AZP25", "%");
  }
}
