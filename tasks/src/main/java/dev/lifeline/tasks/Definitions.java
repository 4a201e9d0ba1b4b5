package dev.lifeline.tasks;

import dev.lifeline.tasks.definition.TaskDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes the definitions of all tasks: {@code azure-pipelines/NAME/task.json}, {@code
 * github-action/SLUG/action.yml} with the script that it names, and {@code reference.md}. A build
 * runs it; a user does not.
 */
public final class Definitions {
  private Definitions() {}

  /** Writes them into the folder that is the one argument. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /** Writes them into a folder. */
  public static void write(Path folder) throws IOException {
    for (TaskDefinition task : Catalogue.definitions()) {
      put(folder.resolve("azure-pipelines").resolve(task.name()), "task.json", TaskJson.of(task));
      Path action = folder.resolve("github-action").resolve(task.slug());
      put(action, "action.yml", ActionYaml.of(task));
      put(action, "index.js", ActionYaml.script(task));
    }
    put(folder, "reference.md", reference());
  }

  /** The chapters about every task, in Markdown. */
  public static String reference() {
    return Catalogue.definitions().stream()
        .map(ReferenceTable::of)
        .collect(Collectors.joining("\n"));
  }

  private static void put(Path folder, String name, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
