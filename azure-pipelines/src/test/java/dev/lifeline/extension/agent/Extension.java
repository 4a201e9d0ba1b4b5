package dev.lifeline.extension.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The extension that the build has made. */
public final class Extension {
  private Extension() {}

  /** The package. */
  public static Path vsix() throws IOException {
    Path target = module().resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith(".vsix"))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("no .vsix in " + target + "; run: mvn package"));
    }
  }

  /** Its tasks by name, in a new folder of an agent. */
  public static Map<String, InstalledTask> install(Path work) throws IOException {
    return InstalledTask.install(vsix(), work.resolve("_tasks"));
  }

  /** The module's folder. */
  public static Path module() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("azure-pipelines"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests run inside a checkout");
    }
    return folder.resolve("azure-pipelines");
  }
}
