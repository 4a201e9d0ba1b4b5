package dev.lifeline.extension.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A task as an agent has it: the content of one folder of the extension, and nothing else of it.
 *
 * @param folder with task.json
 * @param definition what is in it
 */
public record InstalledTask(Path folder, Map<?, ?> definition) {
  private static final String DEFINITION = "task.json";

  /** Every task of an extension, by its name. */
  public static Map<String, InstalledTask> install(Path vsix, Path tasks) throws IOException {
    Map<String, InstalledTask> installed = new LinkedHashMap<>();
    try (var zip = new ZipFile(vsix.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (entry.getName().matches("tasks/[^/]+/[^/]+/" + DEFINITION)) {
          InstalledTask task = install(zip, entry, tasks);
          installed.put(task.name(), task);
        }
      }
    }
    return installed;
  }

  private static InstalledTask install(ZipFile zip, ZipEntry definition, Path tasks)
      throws IOException {
    Map<?, ?> read;
    try (InputStream in = zip.getInputStream(definition)) {
      read = Json.read(new String(in.readAllBytes(), UTF_8), Map.class).orElseThrow();
    }
    Map<?, ?> version = (Map<?, ?>) read.get("version");
    Path folder =
        tasks
            .resolve(read.get("name") + "_" + read.get("id"))
            .resolve(
                "%s.%s.%s"
                    .formatted(version.get("Major"), version.get("Minor"), version.get("Patch")));
    String prefix = definition.getName().replace(DEFINITION, "");
    for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList()) {
      if (each.getName().startsWith(prefix)) {
        Path file = folder.resolve(each.getName().substring(prefix.length()));
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(each)) {
          Files.copy(in, file);
        }
      }
    }
    return new InstalledTask(folder, read);
  }

  /** Its name in YAML. */
  public String name() {
    return String.valueOf(definition.get("name"));
  }

  /** The script that Node runs. */
  public Path target() {
    Map<?, ?> handler = (Map<?, ?>) ((Map<?, ?>) definition.get("execution")).get("Node20_1");
    return folder.resolve(String.valueOf(handler.get("target")));
  }

  /** The declared type and default of each input. */
  List<Map<?, ?>> inputs() {
    return ((List<?>) definition.get("inputs")).stream().<Map<?, ?>>map(Map.class::cast).toList();
  }

  Optional<Map<?, ?>> input(String name) {
    return inputs().stream()
        .filter(input -> String.valueOf(input.get("name")).equalsIgnoreCase(name))
        .findFirst();
  }

  /** Whether a variable of that name belongs to the step, and not to the whole job. */
  boolean declaresOutput(String name) {
    return definition.get("outputVariables") instanceof List<?> outputs
        && outputs.stream()
            .anyMatch(each -> name.equalsIgnoreCase("" + ((Map<?, ?>) each).get("name")));
  }
}
