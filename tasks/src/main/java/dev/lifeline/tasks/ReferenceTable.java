package dev.lifeline.tasks;

import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.Output;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.util.stream.Collectors;

/** A task's inputs and outputs as the documents show them. */
final class ReferenceTable {
  private ReferenceTable() {}

  /** The chapter of one task, in Markdown. */
  static String of(TaskDefinition task) {
    StringBuilder text = new StringBuilder();
    text.append("## ").append(task.reference()).append("\n\n");
    text.append(task.words().description()).append(' ').append(task.words().help()).append("\n\n");
    text.append("| input | type | default | needed | meaning |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    task.inputs().forEach(input -> text.append(row(input)));
    if (!task.outputs().isEmpty()) {
      text.append("\n| output | meaning |\n| --- | --- |\n");
    }
    for (Output output : task.outputs()) {
      text.append("| `").append(output.name()).append("` | ");
      text.append(output.description()).append(" |\n");
    }
    return text.toString();
  }

  private static String row(Input input) {
    String otherwise = input.otherwise() == null ? "" : "`" + input.otherwise() + "`";
    return "| `"
        + input.name()
        + "` | "
        + input.type().id().replaceFirst(":.*", "")
        + " | "
        + otherwise
        + " | "
        + needed(input)
        + " | "
        + meaning(input)
        + " |\n";
  }

  private static String needed(Input input) {
    String always = input.required() ? "yes" : "no";
    return input.when() == null
        ? always
        : (input.required() ? "where " : "no; counts where ") + input.when().words();
  }

  private static String meaning(Input input) {
    if (input.choices().isEmpty()) {
      return input.help();
    }
    return input.help()
        + " "
        + input.choices().stream()
            .map(ReferenceTable::words)
            .collect(Collectors.joining(", ", "", "."));
  }

  private static String words(Choice choice) {
    return "`" + choice.value() + "` " + choice.label();
  }
}
