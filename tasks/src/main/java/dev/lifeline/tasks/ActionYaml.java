package dev.lifeline.tasks;

import dev.lifeline.core.json.Json;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.Output;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task's definition as GitHub reads it. There is no service connection: its fields are inputs.
 * Texts are written as JSON strings, which YAML reads as they are.
 */
final class ActionYaml {
  private static final Map<String, String> CONNECTION = new LinkedHashMap<>();

  static {
    CONNECTION.put(
        "authenticationEndpoint",
        "The authentication endpoint; left out, that of the API endpoint's geography.");
    CONNECTION.put("apiEndpoint", "The LCS API endpoint of the project's geography.");
    CONNECTION.put("username", "The account's user name.");
    CONNECTION.put("password", "The account's password: a secret of the repository.");
    CONNECTION.put("clientId", "The application (client) ID.");
  }

  private ActionYaml() {}

  static String of(TaskDefinition task) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: ").append(Json.write(task.words().title())).append('\n');
    yaml.append("description: ").append(Json.write(task.words().description())).append('\n');
    yaml.append("author: Lifeline\n");
    yaml.append("inputs:\n");
    for (Input input : task.inputs()) {
      if (input.type() == InputType.CONNECTION) {
        CONNECTION.forEach((name, words) -> input(yaml, name, words, false, null));
      } else {
        boolean always = input.required() && input.when() == null;
        input(yaml, input.name(), words(input), always, input.otherwise());
      }
    }
    if (!task.outputs().isEmpty()) {
      yaml.append("outputs:\n");
    }
    for (Output output : task.outputs()) {
      yaml.append("  ").append(output.name()).append(":\n");
      yaml.append("    description: ").append(Json.write(output.description())).append('\n');
    }
    yaml.append("runs:\n  using: node24\n  main: index.js\n");
    return yaml.toString();
  }

  /** What the runner starts: the handler beside the actions. */
  static String script(TaskDefinition task) {
    return "'use strict';\n\nrequire('../handler.js').main('" + task.id() + "');\n";
  }

  private static String words(Input input) {
    StringBuilder words = new StringBuilder(TaskJson.title(input.label())).append(". ");
    words.append(input.help());
    if (!input.choices().isEmpty()) {
      words.append(" One of:");
      input
          .choices()
          .forEach(
              choice ->
                  words
                      .append(' ')
                      .append(choice.value())
                      .append(" = ")
                      .append(choice.label())
                      .append(';'));
      words.setCharAt(words.length() - 1, '.');
    }
    if (input.when() != null) {
      words.append(" Where ").append(input.when().words()).append('.');
    }
    return words.toString();
  }

  /** An input that is needed in some cases only is not required of everybody; the task asks. */
  private static void input(
      StringBuilder yaml, String name, String words, boolean required, @Nullable String otherwise) {
    yaml.append("  ").append(name).append(":\n");
    yaml.append("    description: ").append(Json.write(words)).append('\n');
    String fixed = otherwise == null || otherwise.startsWith("$(") ? "" : otherwise;
    yaml.append("    required: ").append(required && fixed.isEmpty()).append('\n');
    if (!fixed.isEmpty()) {
      yaml.append("    default: ").append(Json.write(fixed)).append('\n');
    }
  }
}
