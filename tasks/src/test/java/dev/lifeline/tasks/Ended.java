package dev.lifeline.tasks;

import dev.lifeline.tasks.host.AgentsEar;
import java.util.List;
import java.util.Map;

/**
 * A task that ended.
 *
 * @param exitCode of the process
 * @param log what it wrote
 */
record Ended(int exitCode, String log) {
  Ended succeeded() {
    if (exitCode != 0) {
      throw new AssertionError("ended with " + exitCode + ":\n" + log);
    }
    return this;
  }

  /** The commands that an agent of Azure Pipelines hears in the log. */
  List<AgentsEar.Heard> commands() {
    return AgentsEar.listen(log);
  }

  /** What the agent hears of one kind. */
  List<String> heard(String event) {
    return commands().stream()
        .filter(command -> command.event().equals(event))
        .map(AgentsEar.Heard::content)
        .toList();
  }

  /** An output variable that was set; empty text when it was not. */
  String output(String name) {
    return commands().stream()
        .filter(
            command ->
                command.event().equals("task.setvariable")
                    && Map.of("variable", name, "isoutput", "true").equals(command.properties()))
        .map(AgentsEar.Heard::content)
        .reduce((first, last) -> last)
        .orElse("");
  }
}
