package dev.lifeline.tasks;

import dev.lifeline.core.json.Json;
import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.Output;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task's definition as Azure DevOps reads it (Azure Pipelines tasks: task.json in practice). */
final class TaskJson {
  private static final String TARGET = "handler.js";

  /** The first agent that has Node 20; older ones update themselves. */
  private static final String OLDEST_AGENT = "4.248.0";

  private TaskJson() {}

  static String of(TaskDefinition task) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", task.guid().toString());
    json.put("name", task.name());
    json.put("friendlyName", task.words().title());
    json.put("description", task.words().description());
    json.put("helpMarkDown", task.words().help());
    json.put("category", "Utility");
    json.put("visibility", List.of("Build", "Release"));
    json.put("runsOn", List.of("Agent", "DeploymentGroup"));
    json.put("author", "Lifeline");
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("Major", task.version().major());
    version.put("Minor", task.version().minor());
    version.put("Patch", task.version().patch());
    json.put("version", version);
    json.put("minimumAgentVersion", OLDEST_AGENT);
    json.put("instanceNameFormat", task.words().instance());
    json.put("inputs", task.inputs().stream().map(TaskJson::input).toList());
    if (!task.outputs().isEmpty()) {
      json.put("outputVariables", task.outputs().stream().map(TaskJson::output).toList());
      json.put("restrictions", restrictions(task));
    }
    Map<String, Object> handlers = new LinkedHashMap<>();
    handlers.put("Node20_1", Map.of("target", TARGET));
    handlers.put("Node24", Map.of("target", TARGET));
    json.put("execution", handlers);
    return Json.writeIndented(json).replace("\r\n", "\n") + "\n";
  }

  private static Map<String, Object> input(Input input) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", input.name());
    json.put("type", input.type().id());
    json.put("label", title(input.label()));
    if (input.otherwise() != null) {
      json.put("defaultValue", input.otherwise());
    }
    json.put("required", input.required());
    json.put("helpMarkDown", input.help());
    if (input.when() != null) {
      json.put("visibleRule", input.when().rule());
    }
    if (!input.choices().isEmpty()) {
      Map<String, String> options = new LinkedHashMap<>();
      for (Choice choice : input.choices()) {
        options.put(choice.value(), choice.label());
      }
      json.put("options", options);
    }
    if (input.type() == InputType.PICK_LIST) {
      json.put("properties", Map.of("EditableOptions", "True")); // so that it takes $(macros)
    }
    return json;
  }

  private static Map<String, String> output(Output output) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("name", output.name());
    json.put("description", output.description());
    return json;
  }

  /** Foreign text that got through could set nothing but these. */
  private static Map<String, Object> restrictions(TaskDefinition task) {
    List<String> names = task.outputs().stream().map(Output::name).toList();
    return Map.of("settableVariables", Map.of("allowed", names));
  }

  static String title(String label) {
    return Character.toUpperCase(label.charAt(0)) + label.substring(1);
  }
}
