package dev.lifeline.extension.agent;

import java.time.Duration;
import java.util.List;

/**
 * How a step ended.
 *
 * @param exitCode of Node
 * @param lines what it printed on both streams, as the agent reads it
 * @param took how long it took
 */
public record StepEnd(int exitCode, List<String> lines, Duration took) {
  private static final List<String> RESULTS =
      List.of("Succeeded", "SucceededWithIssues", "Failed", "Canceled");

  /** The logging commands in what it printed. */
  public List<LoggingCommand> commands() {
    return lines.stream().flatMap(line -> LoggingCommand.in(line).stream()).toList();
  }

  /** The result that the agent shows. */
  public String result() {
    if (exitCode != 0) {
      return "Failed";
    }
    return commands().stream()
        .filter(command -> command.name().equals("task.complete"))
        .map(command -> command.property("result"))
        .max(java.util.Comparator.comparing(RESULTS::indexOf))
        .orElse("Succeeded");
  }

  /** The errors that the run's page shows. */
  public List<String> errors() {
    return commands().stream()
        .filter(command -> command.name().equals("task.logissue"))
        .filter(command -> command.property("type").equals("error"))
        .map(LoggingCommand::data)
        .toList();
  }

  /** The values that the agent masks from then on. */
  public List<String> masked() {
    return commands().stream()
        .filter(command -> command.name().equals("task.setsecret") || isSecret(command))
        .map(LoggingCommand::data)
        .toList();
  }

  /** What people could see if nothing were masked. */
  public String visible() {
    return String.join("\n", lines.stream().filter(line -> !isMask(line)).toList());
  }

  /** What it printed. */
  public String log() {
    return String.join("\n", lines);
  }

  private static boolean isMask(String line) {
    return LoggingCommand.in(line)
        .filter(command -> command.name().equals("task.setsecret") || isSecret(command))
        .isPresent();
  }

  private static boolean isSecret(LoggingCommand command) {
    return command.property("issecret").equalsIgnoreCase("true");
  }
}
