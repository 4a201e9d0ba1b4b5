package dev.lifeline.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Azurite's blob service, in memory, on a free port of loopback, until it is closed. */
public final class Azurite implements AutoCloseable {
  private static final Pattern LISTENS =
      Pattern.compile("listens on (http://127\\.0\\.0\\.1:\\d+)");

  private final Process process;
  private final URI endpoint;

  private Azurite(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts one; it is ready when this returns. */
  public static Azurite start() throws IOException {
    Process process =
        new ProcessBuilder(
                "node",
                program().toString(),
                "--inMemoryPersistence",
                "--disableTelemetry",
                "--silent",
                "--blobHost=127.0.0.1",
                "--blobPort=0")
            .redirectErrorStream(true)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      Matcher matcher = LISTENS.matcher(line);
      if (matcher.find()) {
        drain(process);
        return new Azurite(process, URI.create(matcher.group(1)));
      }
    }
    process.destroyForcibly();
    throw new IOException("Azurite did not start: " + said);
  }

  /** Its address without an account. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  private static Path program() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("peers/package.json"))) {
      here = Objects.requireNonNull(here.getParent(), "the tests run outside of the source tree");
    }
    Path program = here.resolve("peers/node_modules/azurite/dist/src/blob/main.js");
    if (!Files.exists(program)) {
      throw new AssertionError("the test peer Azurite is missing: run ./test");
    }
    return program;
  }

  /** Nobody reads on, and a full pipe would stop it. */
  private static void drain(Process process) {
    Thread thread =
        new Thread(
            () -> {
              try {
                process.getInputStream().transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                return; // closed
              }
            },
            "azurite-output");
    thread.setDaemon(true);
    thread.start();
  }
}
