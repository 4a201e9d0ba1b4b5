package dev.lifeline.checks.endtoend;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;

import dev.lifeline.checks.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The distribution, unpacked in a folder of its own: no source tree around it, and on the PATH only
 * Java and the system's own tools.
 */
final class Unpacked {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Below a file nobody can make a folder, so that nothing goes on in the background. */
  private static final String NO_CACHE = "/dev/null/cache";

  private final Path folder;
  private final Path home;
  private final Path tools;

  private Unpacked(Path folder, Path home, Path tools) {
    this.folder = folder;
    this.home = home;
    this.tools = tools;
  }

  /** What a run of the program left behind. */
  record Run(int exitCode, String out, String err, Duration took) {}

  /** Unpacks the zip that the build made; its only topmost folder is the program's. */
  static Unpacked into(Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(zip());
        ZipInputStream zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
    try (Stream<Path> topmost = Files.list(folder)) {
      Path program = topmost.findFirst().orElseThrow();
      // The JDK's zip stream does not read file modes; unzip does.
      Files.setPosixFilePermissions(
          program.resolve("bin/lifeline"), PosixFilePermissions.fromString("rwxr-xr-x"));
      Path home = Files.createDirectories(folder.resolve("home"));
      return new Unpacked(program, home, Tools.system(folder));
    }
  }

  /** The zip that the build made. */
  static Path zip() throws IOException {
    Path built = Checkout.find().root().resolve("cli/target");
    try (Stream<Path> files = Files.list(built)) {
      return files
          .filter(file -> file.getFileName().toString().matches("lifeline-.*\\.zip"))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("no zip in " + built + "; run: mvn package"));
    }
  }

  Path folder() {
    return folder;
  }

  /** The home folder of the user who runs it, and the working directory. */
  Path home() {
    return home;
  }

  /** A folder with the system's own tools and no Java. */
  Path tools() {
    return tools;
  }

  /** Where the launcher keeps its archives if it is given {@link #caching()}. */
  Path cache() {
    return home.resolve(".cache/lifeline");
  }

  /** The variable with which the launcher makes archives; without it, it makes none. */
  Map<String, String> caching() {
    return Map.of("XDG_CACHE_HOME", home.resolve(".cache").toString());
  }

  /** The files in the cache: finished archives and others. */
  List<String> archives() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Waits until there are that many archives, and nothing unfinished is left. */
  void awaitArchives(int count) throws Exception {
    Path cache = Files.createDirectories(cache());
    try (WatchService watch = cache.getFileSystem().newWatchService()) {
      cache.register(watch, ENTRY_CREATE, ENTRY_DELETE);
      while (archives().size() != count || !archives().stream().allMatch(e -> e.endsWith(".jsa"))) {
        WatchKey key = watch.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (key == null) {
          throw new IllegalStateException("no archive after " + PATIENCE + ": " + archives());
        }
        key.pollEvents();
        key.reset();
      }
    }
  }

  Run run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  /** Runs the launcher and waits for it; the variables come on top of a bare environment. */
  Run run(Map<String, String> variables, String... arguments) throws Exception {
    long begun = System.nanoTime();
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    Process process = start(variables, out, err, arguments);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end after " + PATIENCE + ": " + List.of(arguments));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err), took);
  }

  Process start(Map<String, String> variables, Path out, Path err, String... arguments)
      throws IOException {
    List<String> command =
        Stream.concat(Stream.of(folder.resolve("bin/lifeline").toString()), Stream.of(arguments))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", home.toString());
    environment.put("XDG_CACHE_HOME", NO_CACHE);
    environment.put("PATH", java().getParent() + ":" + tools);
    environment.putAll(variables);
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  /** The Java that runs these tests. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
