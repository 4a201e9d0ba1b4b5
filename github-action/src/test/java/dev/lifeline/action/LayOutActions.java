package dev.lifeline.action;

import dev.lifeline.tasks.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The build's step that lays out the actions: a folder each, with its definition, beside the one
 * handler and the one program of all. The extension's build has made the program.
 */
public final class LayOutActions {
  private final Path module;
  private final Path folder;

  private LayOutActions(Path module) {
    this.module = module;
    this.folder = module.resolve("target/action");
  }

  /** Takes the module's folder and the version. */
  public static void main(String[] args) throws IOException {
    new LayOutActions(Path.of(args[0])).write(args[1]);
  }

  private void write(String version) throws IOException {
    remove();
    Path definitions = module.resolve("target/definitions");
    Definitions.write(definitions);
    copyAll(definitions.resolve("github-action"), folder);
    Path extension = module.resolve("../azure-pipelines");
    copyAll(extension.resolve("src/main/handler"), folder);
    copyAll(module.resolve("src/main/action"), folder);
    copyAll(module.resolve("../cli/src/main/dist/bin"), folder.resolve("bin"));
    String jar = "lifeline-cli-" + version + ".jar";
    copy(extension.resolve("target").resolve(jar), folder.resolve("lib").resolve(jar));
    copy(extension.resolve("src/main/extension/notices.txt"), folder.resolve("notices.txt"));
    copy(module.resolve("../LICENSE"), folder.resolve("LICENSE"));
  }

  private void remove() throws IOException {
    if (Files.exists(folder)) {
      for (Path each : everything(folder, Comparator.reverseOrder())) {
        Files.delete(each);
      }
    }
  }

  private static void copyAll(Path from, Path to) throws IOException {
    for (Path each : everything(from, Comparator.naturalOrder())) {
      if (Files.isRegularFile(each)) {
        copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  private static List<Path> everything(Path folder, Comparator<Path> order) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(order).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
