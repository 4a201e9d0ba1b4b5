package dev.lifeline.emulator.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
        Peers.nodeProcess(
                "azurite/dist/src/blob/main.js",
                "--inMemoryPersistence",
                "--disableTelemetry",
                "--blobHost=127.0.0.1",
                "--blobPort=0")
            .start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      Matcher matcher = LISTENS.matcher(line);
      if (matcher.find()) {
        drain(process.getInputStream());
        return new Azurite(process, URI.create(matcher.group(1)));
      }
    }
    process.destroyForcibly();
    throw new IOException("Azurite did not start: " + said);
  }

  /** Its address without an account, such as {@code http://127.0.0.1:40433}. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  /** A line for each request: nobody reads them, and a full pipe would stop Azurite. */
  private static void drain(InputStream output) {
    var thread =
        new Thread(
            () -> {
              try (output) {
                output.transferTo(java.io.OutputStream.nullOutputStream());
              } catch (IOException e) {
                return; // Azurite has been closed
              }
            },
            "azurite-output");
    thread.setDaemon(true);
    thread.start();
  }
}
