package dev.lifeline.tasks.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A logging command of Azure Pipelines (Azure Pipelines tasks: syntax and escaping). Immutable.
 *
 * @param event area and event, such as {@code task.setvariable}
 * @param properties in the order in which they are written; empty ones are left out
 * @param content what follows the bracket
 */
record AzureCommand(String event, Map<String, String> properties, String content) {
  AzureCommand {
    properties = new LinkedHashMap<>(properties);
  }

  static AzureCommand of(String event, String content) {
    return new AzureCommand(event, Map.of(), content);
  }

  AzureCommand with(String property, String value) {
    Map<String, String> more = new LinkedHashMap<>(properties);
    more.put(property, value);
    return new AzureCommand(event, more, content);
  }

  /**
   * The line.
   *
   * @param percents whether the agent decodes percent signs, as it does unless DECODE_PERCENTS says
   *     otherwise
   */
  String line(boolean percents) {
    String written =
        properties.entrySet().stream()
            .filter(property -> !property.getValue().isEmpty())
            .map(property -> property.getKey() + "=" + inProperty(property.getValue(), percents))
            .collect(Collectors.joining(";"));
    return "##vso["
        + event
        + (written.isEmpty() ? "" : " " + written)
        + "]"
        + inContent(content, percents);
  }

  private static String inProperty(String value, boolean percents) {
    return inContent(value, percents).replace("]", "%5D").replace(";", "%3B");
  }

  /** The percent sign first, or it would hide the others. */
  private static String inContent(String value, boolean percents) {
    String safe = percents ? value.replace("%", "%AZP25") : value;
    return safe.replace("\r", "%0D").replace("\n", "%0A");
  }
}
