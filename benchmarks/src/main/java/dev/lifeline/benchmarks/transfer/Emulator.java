package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lifeline's emulator in a process of its own, which hands out addresses of the blob service. */
final class Emulator {
  private static final String PASSWORD = "BENCHMARK_PASSWORD";

  private final String ready;

  private Emulator(String ready) {
    this.ready = ready;
  }

  static Emulator start(Path program, Path folder, String blobEndpoint, Certificate certificate)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path readyFile = folder.resolve("ready.json");
    Process process =
        new Stopwatch(folder)
            .start(
                List.of(
                    program.toString(),
                    "emulator",
                    "--ready-file=" + readyFile,
                    "--blob-endpoint=" + blobEndpoint),
                Map.of(
                    "JAVA_TOOL_OPTIONS",
                    String.join(" ", certificate.javaOptions()),
                    "XDG_CACHE_HOME",
                    "/dev/null/cache"));
    return new Emulator(Stopwatch.await(readyFile, process));
  }

  List<String> connectionOptions() {
    return List.of(
        "--authentication-endpoint=" + value("authenticationEndpoint"),
        "--api-endpoint=" + value("apiEndpoint"),
        "--username=" + value("username"),
        "--client-id=" + value("clientId"),
        "--default-project=" + value("projectId"),
        "--storage=file",
        "--password-env=" + PASSWORD);
  }

  /** What the command with these options needs in its environment. */
  Map<String, String> secret() {
    return Map.of(PASSWORD, value("password"));
  }

  Path caCertificate() {
    return Path.of(value("caCertificate"));
  }

  private String value(String name) {
    String text = "\"" + name + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\d+))";
    Matcher found = Pattern.compile(text).matcher(ready);
    if (!found.find()) {
      throw new IllegalStateException("the ready file has no " + name);
    }
    String string = found.group(1);
    return string == null ? found.group(2) : string.replaceAll("\\\\(.)", "$1");
  }
}
