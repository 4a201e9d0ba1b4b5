package dev.lifeline.extension.packaging;

import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.Definitions;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The build's step that makes the extension, {@code PUBLISHER.lifeline-VERSION.vsix}. */
public final class PackageExtension {
  /** Azure Pipelines tasks: sizes. What older servers accept, with room to spare. */
  private static final long LARGEST = 20L * 1024 * 1024;

  private static final String TOOL = "lifeline-tool";

  private final Path module;
  private final Path target;
  private final String version;

  /**
   * @param module the module's folder; the jars of the programs are in its target
   */
  PackageExtension(Path module, String version) {
    this.module = module;
    this.target = module.resolve("target");
    this.version = version;
  }

  /** Takes the module's folder, the version, the publisher, and the endpoint's type or none. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var build = new PackageExtension(Path.of(args[0]), args[1]);
    build.jars();
    Path folder = build.target;
    System.out.println(build.extension(Variant.of(args[2], args[3]), folder));
  }

  private void jars() throws IOException {
    var trimmed =
        new TrimmedJar(module.resolve("src/main/proguard/libraries.pro"), target.resolve("trim"));
    trimmed.write(Libraries.ofTheTasks(target.resolve("lib")), tasksJar());
    trimmed.write(Libraries.ofTheTool(target.resolve("lib")), toolJar());
  }

  /** Makes the package out of the jars. */
  Path extension(Variant variant, Path output) throws IOException, InterruptedException {
    Path folder = emptied(output.resolve("extension"));
    var extension = new ExtensionFolder(folder, module.resolve("src/main"), variant);
    List<TaskDefinition> tasks = Catalogue.definitions();
    Path definitions = emptied(output.resolve("definitions"));
    Definitions.write(definitions);
    for (TaskDefinition task : tasks) {
      Path definition = definitions.resolve("azure-pipelines/" + task.name() + "/task.json");
      String json = Files.readString(definition);
      DefinitionRules.check(task.name(), json);
      extension.writeTask(task, json, task.slug().equals(TOOL) ? tool() : tasksProgram());
    }
    extension.writeManifest(version, tasks, module.resolve("../LICENSE"));
    Path packed = new Tfx(module.resolve("../peers")).pack(folder, emptied(output.resolve("tfx")));
    Path vsix = output.resolve(packed.getFileName());
    Archive.read(packed).writeCompressed(vsix);
    if (Files.size(vsix) > LARGEST) {
      throw new IOException("%s has %d bytes, too many".formatted(vsix, Files.size(vsix)));
    }
    return vsix;
  }

  private Path tasksJar() {
    return target.resolve("lifeline-tasks-" + version + ".jar");
  }

  private Path toolJar() {
    return target.resolve("lifeline-cli-" + version + ".jar");
  }

  private Map<String, Path> tasksProgram() {
    return Map.of("lib/" + tasksJar().getFileName(), tasksJar());
  }

  /** The whole command; its launchers find the jar where the distribution has it. */
  private Map<String, Path> tool() throws IOException {
    Map<String, Path> program = new TreeMap<>();
    program.put("lib/" + toolJar().getFileName(), toolJar());
    try (Stream<Path> launchers = Files.list(module.resolve("../cli/src/main/dist/bin"))) {
      launchers.forEach(each -> program.put("bin/" + each.getFileName(), each));
    }
    return program;
  }

  private static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
