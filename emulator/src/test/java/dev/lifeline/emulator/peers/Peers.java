package dev.lifeline.emulator.peers;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Finds and runs the test peers in {@code peers/node_modules}. A peer that is missing fails the
 * test that needs it.
 */
public final class Peers {
  private static final long LIMIT_SECONDS = 120;

  private Peers() {}

  /** What a peer has said. */
  public record Outcome(int exitCode, String output) {
    /** What the peer printed, if it ended well. */
    public String outputOfSuccess() {
      if (exitCode != 0) {
        throw new AssertionError("the peer ended with %d:%n%s".formatted(exitCode, output));
      }
      return output;
    }
  }

  /** A file of an installed package, such as {@code azurite/dist/src/blob/main.js}. */
  public static Path file(String pathInNodeModules) {
    Path file = folder().resolve("node_modules").resolve(pathInNodeModules);
    if (!Files.exists(file)) {
      throw new AssertionError(
          "the test peer '%s' is missing: run ./test, or: npm ci --prefix peers"
              .formatted(pathInNodeModules));
    }
    return file;
  }

  /**
   * Runs a CommonJS script that may {@code require} every peer.
   *
   * @param environment added to the environment of the tests
   * @param arguments {@code process.argv} from its third entry on
   */
  public static Outcome node(String script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "--eval", script, "--", "script"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("NODE_PATH", file(".").toString());
    return run(builder);
  }

  /** The command that starts a script of a peer with node. */
  static ProcessBuilder nodeProcess(String pathInNodeModules, String... arguments) {
    List<String> command = new ArrayList<>(List.of("node", file(pathInNodeModules).toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Standard input stays open as long as the peer runs: AzCopy burns a core without it. */
  static Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path output = Files.createTempFile("peer", ".log");
    try {
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "the peer did not end within %d s:%n%s"
                .formatted(LIMIT_SECONDS, Files.readString(output)));
      }
      process.getOutputStream().close();
      return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("peers/package.json"))) {
      here = requireNonNull(here.getParent(), "the tests run outside of the source tree");
    }
    return here.resolve("peers");
  }
}
