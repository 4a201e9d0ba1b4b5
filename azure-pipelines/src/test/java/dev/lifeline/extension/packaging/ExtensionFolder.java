package dev.lifeline.extension.packaging;

import dev.lifeline.core.json.Json;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that is packed: the manifest, what the marketplace shows, and a folder a task. An
 * agent gets each task's folder alone, so everything that a task needs is in it.
 */
final class ExtensionFolder {
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "cmd", "text/plain",
          "jar", "application/java-archive",
          "js", "application/javascript",
          "json", "application/json",
          "png", "image/png");

  private final Path folder;
  private final Path sources;
  private final Variant variant;

  /**
   * @param folder what is written
   * @param sources the module's src/main
   */
  ExtensionFolder(Path folder, Path sources, Variant variant) {
    this.folder = folder;
    this.sources = sources;
    this.variant = variant;
  }

  /**
   * Writes a task's folder.
   *
   * @param json its task.json
   * @param program what lies beside the handler, by path in the task's folder
   */
  void writeTask(TaskDefinition task, String json, Map<String, Path> program) throws IOException {
    Path home = folder.resolve(place(task)).resolve("v" + task.version().major());
    Files.createDirectories(home);
    Files.writeString(home.resolve("task.json"), forVariant(json), StandardCharsets.UTF_8);
    copy(sources.resolve("handler/handler.js"), home.resolve("handler.js"));
    copy(sources.resolve("icons").resolve(task.slug() + ".png"), home.resolve("icon.png"));
    for (var each : program.entrySet()) {
      copy(each.getValue(), home.resolve(each.getKey()));
    }
  }

  /** Writes everything else. */
  void writeManifest(String version, List<TaskDefinition> tasks, Path license) throws IOException {
    Path extension = sources.resolve("extension");
    try (Stream<Path> files = Files.walk(extension)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file, folder.resolve(extension.relativize(file).toString()));
      }
    }
    copy(license, folder.resolve("license.txt"));
    Map<String, Object> manifest =
        object(Files.readString(extension.resolve("vss-extension.json")));
    manifest.put("version", version);
    manifest.put("publisher", variant.publisher());
    manifest.put("files", files(manifest));
    manifest.put("contributions", contributions(manifest, tasks));
    Files.writeString(folder.resolve("vss-extension.json"), Json.writeIndented(manifest));
  }

  private static String place(TaskDefinition task) {
    return "tasks/" + task.name();
  }

  private String forVariant(String json) {
    Map<String, Object> task = object(json);
    String id = String.valueOf(task.get("id"));
    return json.replace(id, variant.taskId(id))
        .replace(
            "connectedService:" + Variant.ENDPOINT_TYPE,
            "connectedService:" + variant.endpointType());
  }

  /** Each file of the tasks by name, or tfx would ask the machine for its type. */
  private List<Object> files(Map<String, Object> manifest) throws IOException {
    List<Object> files = new ArrayList<>();
    for (Object each : (List<?>) manifest.getOrDefault("files", List.of())) {
      if (!((Map<?, ?>) each).get("path").equals("tasks")) {
        files.add(each);
      }
    }
    try (Stream<Path> walk = Files.walk(folder.resolve("tasks"))) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        files.add(Map.of("path", path, "contentType", contentType(path)));
      }
    }
    return files;
  }

  private static String contentType(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return CONTENT_TYPES.getOrDefault(extension, "application/octet-stream");
  }

  private List<Object> contributions(Map<String, Object> manifest, List<TaskDefinition> tasks) {
    List<Object> contributions = new ArrayList<>();
    if (variant.contributesEndpoint()) {
      for (Object each : (List<?>) manifest.getOrDefault("contributions", List.of())) {
        String text = Json.write(each);
        contributions.add(
            object(
                text.replace(
                    "\"name\":\"" + Variant.ENDPOINT_TYPE + "\"",
                    "\"name\":\"" + variant.endpointType() + "\"")));
      }
    }
    for (TaskDefinition task : tasks) {
      Map<String, Object> contribution = new LinkedHashMap<>();
      contribution.put("id", task.slug());
      contribution.put("type", "ms.vss-distributed-task.task");
      contribution.put("targets", List.of("ms.vss-distributed-task.tasks"));
      contribution.put("properties", Map.of("name", place(task)));
      contributions.add(contribution);
    }
    return contributions;
  }

  @SuppressWarnings("unchecked") // a JSON object has texts as keys
  private static Map<String, Object> object(String json) {
    return (Map<String, Object>) Json.read(json, Map.class).orElseThrow();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
