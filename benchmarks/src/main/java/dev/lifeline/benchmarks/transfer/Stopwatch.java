package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs under GNU time, which asks the kernel (wait4) for processor time and peak memory.
 * Their standard input stays open: AzCopy runs hot without.
 */
final class Stopwatch {
  private static final double KIBIBYTES = 1024;
  private static final double NANOS = 1e9;
  private static final int PATIENCE_MINUTES = 5;

  private final Path folder;

  Stopwatch(Path folder) {
    this.folder = folder;
  }

  /** What it took, and what it printed. */
  record Outcome(double wall, double cpu, double peak, String out) {}

  Outcome time(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path figures = folder.resolve("figures.txt");
    List<String> timed =
        new ArrayList<>(List.of("/usr/bin/time", "-f", "%U %S %M", "-o", figures.toString()));
    timed.addAll(command);
    long begun = System.nanoTime();
    Process process = start(timed, environment);
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      throw new IOException("it takes too long: " + command);
    }
    double wall = (System.nanoTime() - begun) / NANOS;
    String out = Files.readString(folder.resolve("out.txt"));
    if (process.exitValue() != 0) {
      throw new IOException(command + "\n" + out + Files.readString(folder.resolve("err.txt")));
    }
    String[] parts = Files.readString(figures).strip().split(" ", 3);
    double cpu = Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    return new Outcome(wall, cpu, Double.parseDouble(parts[2]) / KIBIBYTES, out);
  }

  /** Starts it, and looks no further. */
  Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectOutput(folder.resolve("out.txt").toFile());
    builder.redirectError(folder.resolve("err.txt").toFile());
    return builder.start();
  }

  /** Waits for a file with something in it. */
  static String await(Path file, Process maker) throws IOException, InterruptedException {
    while (!Files.exists(file) || Files.size(file) == 0) {
      if (!maker.isAlive()) {
        throw new IOException("it ended before there was " + file);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
