package dev.lifeline.benchmarks.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts programs in processes of their own; when the Java ends, they and their files go. */
final class Programs {
  private static final int PATIENCE_SECONDS = 60;

  private final Path program;
  private final Path folder;

  private Programs(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  static Programs of(Path program) throws IOException {
    Path folder = Files.createTempDirectory("lifeline-benchmark");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> removeAll(folder)));
    return new Programs(program, folder);
  }

  /** A process that is ready, and what it said then. */
  record Running(Process process, String ready, Path log) {
    String value(String name) {
      return Json.value(ready, name);
    }

    /** As Ctrl-C does. */
    void end() throws InterruptedException {
      process.destroy();
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** A new folder. */
  Path folder(String name) throws IOException {
    return Files.createTempDirectory(folder, name);
  }

  /** A server of Lifeline's that writes a ready file. */
  Running start(String javaOptions, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path place = folder("program");
    Path ready = place.resolve("ready.json");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    command.add("--ready-file=" + ready);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("XDG_CACHE_HOME", "/dev/null/cache");
    if (!javaOptions.isEmpty()) {
      builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
    }
    Path log = place.resolve("log.txt");
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(place.toFile())
            .start();
    for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
      if (Files.exists(ready) && Files.size(ready) > 0) {
        return new Running(process, Files.readString(ready), log);
      }
      if (!process.isAlive()) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IOException(command + " does not start:\n" + Files.readString(log));
  }

  private static void removeAll(Path folder) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      System.err.println("some files stay in " + folder);
    }
  }
}
