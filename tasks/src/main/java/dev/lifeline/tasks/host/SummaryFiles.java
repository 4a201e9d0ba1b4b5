package dev.lifeline.tasks.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Pages in a folder, each with a name of its own: a job may run the same task twice.
 *
 * @param folder where they go
 * @param ids makes their names
 */
record SummaryFiles(Path folder, Supplier<UUID> ids) {
  /** A page that cannot be written is no failure of the task. */
  Optional<Path> write(String title, String markdown) {
    try {
      // the agent takes the name as the page's title
      Path own = Files.createDirectories(folder.resolve("lifeline-" + ids.get()));
      Path file = own.resolve(title.replaceAll("[^A-Za-z0-9 -]", "") + ".md");
      return Optional.of(Files.writeString(file, markdown, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
