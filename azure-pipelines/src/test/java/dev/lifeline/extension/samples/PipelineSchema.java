package dev.lifeline.extension.samples;

import dev.lifeline.core.json.Json;
import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may stand in a pipeline, as a JSON schema (Azure Pipelines tasks: YAML, its shape): the
 * parts that samples use, our tasks with exactly their inputs, and a few of Microsoft's.
 */
final class PipelineSchema {
  private static final Map<String, Object> TEXT =
      Map.of("type", List.of("string", "number", "boolean"));
  private static final Map<String, Object> NAMES =
      Map.of("type", List.of("string", "array"), "items", TEXT);

  private PipelineSchema() {}

  static String json() {
    List<Object> steps = new ArrayList<>();
    for (TaskDefinition task : Catalogue.definitions()) {
      steps.add(taskStep(task.reference(), inputs(task), required(task)));
    }
    steps.add(taskStep("Delay@1", Map.of("delayForMinutes", TEXT), List.of("delayForMinutes")));
    steps.add(step("script", Map.of()));
    steps.add(step("download", Map.of("artifact", TEXT)));
    Map<String, Object> body =
        Map.of(
            "trigger", TEXT,
            "variables", Map.of("type", "object", "additionalProperties", TEXT),
            "pool", pool(),
            "steps", Map.of("type", "array", "items", Map.of("anyOf", steps)));
    Map<String, Object> job = new LinkedHashMap<>(body);
    job.remove("trigger");
    job.put("job", TEXT);
    job.put("displayName", TEXT);
    job.put("dependsOn", NAMES);
    job.put("condition", TEXT);
    job.put("timeoutInMinutes", Map.of("type", "integer"));
    Map<String, Object> root = new LinkedHashMap<>(body);
    root.put("jobs", Map.of("type", "array", "items", closed(job, List.of("job", "steps"))));
    return Json.write(closed(root, List.of()));
  }

  private static Map<String, Object> pool() {
    return Map.of(
        "anyOf",
        List.of(
            Map.of("type", "string", "enum", List.of("server")),
            closed(Map.of("vmImage", TEXT, "name", TEXT), List.of())));
  }

  private static Map<String, Object> taskStep(
      String reference, Map<String, Object> inputs, List<String> required) {
    Map<String, Object> step = step("task", Map.of("inputs", closed(inputs, required)));
    Map<String, Object> properties = new LinkedHashMap<>();
    ((Map<?, ?>) step.get("properties")).forEach((name, value) -> properties.put("" + name, value));
    properties.put("task", Map.of("type", "string", "enum", List.of(reference)));
    return closed(properties, List.of("task", "inputs"), "task");
  }

  private static Map<String, Object> step(String kind, Map<String, Object> more) {
    Map<String, Object> properties = new LinkedHashMap<>(more);
    properties.put(kind, TEXT);
    properties.put("name", Map.of("type", "string", "pattern", "^[-_A-Za-z0-9]*$"));
    properties.put("displayName", TEXT);
    properties.put("condition", TEXT);
    properties.put("env", Map.of("type", "object", "additionalProperties", TEXT));
    return closed(properties, List.of(kind), kind);
  }

  private static Map<String, Object> inputs(TaskDefinition task) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (Input input : task.inputs()) {
      boolean closed = !input.choices().isEmpty();
      List<String> values = input.choices().stream().map(choice -> choice.value()).toList();
      inputs.put(input.name(), closed ? Map.of("type", "string", "enum", values) : TEXT);
    }
    return inputs;
  }

  /** A step that uses a connection of a hub names it in a variable. */
  private static List<String> required(TaskDefinition task) {
    return task.inputs().stream()
        .filter(each -> each.type() != InputType.CONNECTION)
        .filter(each -> each.required() && each.when() == null && each.otherwise() == null)
        .map(Input::name)
        .toList();
  }

  private static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("additionalProperties", false);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    return object;
  }

  /** An object whose kind is told by its first key. */
  private static Map<String, Object> closed(
      Map<String, Object> properties, List<String> required, String first) {
    Map<String, Object> object = closed(properties, required);
    object.put("firstProperty", List.of(first));
    return object;
  }
}
