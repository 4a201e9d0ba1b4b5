package dev.lifeline.extension.packaging;

import dev.lifeline.core.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What neither tfx nor an agent checks in a task.json (Azure Pipelines tasks: fields, tfx). */
final class DefinitionRules {
  private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Set<String> TYPES =
      Set.of(
          "string", "boolean", "multiLine", "filePath", "pickList", "radio", "int", "secureFile");

  private final List<String> broken = new ArrayList<>();
  private final Map<?, ?> task;

  private DefinitionRules(Map<?, ?> task) {
    this.task = task;
  }

  /** Fails with every rule that the text breaks. */
  static void check(String name, String json) {
    List<String> broken = broken(json);
    if (!broken.isEmpty()) {
      throw new IllegalStateException("task.json of " + name + ": " + String.join("; ", broken));
    }
  }

  static List<String> broken(String json) {
    var rules = new DefinitionRules(Json.read(json, Map.class).orElseThrow());
    rules.whole();
    rules.handlers();
    rules.inputs();
    rules.outputs();
    return rules.broken;
  }

  private void whole() {
    require(text(task, "id").matches(GUID), "id is no GUID");
    require(text(task, "name").matches("[A-Za-z0-9-]+"), "name");
    require(text(task, "friendlyName").matches(".{1,40}"), "friendlyName has 1 to 40 characters");
    require(!text(task, "instanceNameFormat").isEmpty(), "instanceNameFormat is missing");
    require(!text(task, "helpMarkDown").isEmpty(), "helpMarkDown is missing");
    require(text(task, "minimumAgentVersion").matches("\\d+\\.\\d+\\.\\d+"), "minimumAgentVersion");
    require(list(task, "demands").isEmpty(), "demands bind a task to some agents");
    Map<?, ?> version = map(task, "version");
    for (String part : List.of("Major", "Minor", "Patch")) {
      require(version.get(part) instanceof Integer, "version." + part + " is no number");
    }
  }

  private void handlers() {
    Map<?, ?> execution = map(task, "execution");
    require(
        execution.keySet().equals(Set.of("Node20_1", "Node24")),
        "handlers are Node20_1 and Node24, not " + execution.keySet());
    for (Object each : execution.values()) {
      require("handler.js".equals(((Map<?, ?>) each).get("target")), "target is handler.js");
    }
  }

  private void inputs() {
    Set<String> seen = new HashSet<>();
    for (Object each : list(task, "inputs")) {
      Map<?, ?> input = (Map<?, ?>) each;
      String name = text(input, "name");
      require(name.matches("[A-Za-z][A-Za-z0-9]*"), "input name " + name);
      require(!text(input, "label").isEmpty(), name + " has no label");
      String type = text(input, "type");
      require(TYPES.contains(type) || type.startsWith("connectedService:"), name + " is a " + type);
      require(
          type.equals("pickList") != map(input, "options").isEmpty(), name + "'s type and options");
      for (String part : text(input, "visibleRule").split("&&|\\|\\|", 0)) {
        String other = part.replaceFirst("!?=.*", "").strip();
        require(other.isEmpty() || seen.contains(other), name + " depends on no earlier " + other);
      }
      require(seen.add(name), name + " is there twice");
    }
  }

  private void outputs() {
    for (Object each : list(task, "outputVariables")) {
      require(!text((Map<?, ?>) each, "description").isEmpty(), "an output has no description");
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      broken.add(otherwise);
    }
  }

  private static String text(Map<?, ?> object, String key) {
    Object value = object.get(key);
    return value == null ? "" : String.valueOf(value);
  }

  private static Map<?, ?> map(Map<?, ?> object, String key) {
    return object.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Map<?, ?> object, String key) {
    return object.get(key) instanceof List<?> list ? list : List.of();
  }
}
