package dev.lifeline.emulator.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Keycloak with a realm of the test's own, on a free port of loopback, until it is closed. The
 * build unpacks it; when it is missing, the test that needs it fails.
 */
public final class Keycloak implements AutoCloseable {
  private static final long START_SECONDS = 300;
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final URI address;

  private Keycloak(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts one; it is ready when this returns.
   *
   * @param test beside which the realm stands
   * @param realm the name of the realm's file
   */
  public static Keycloak start(Class<?> test, String realm) throws Exception {
    Path home = home();
    delete(home.resolve("data").resolve("h2"));
    Path folder = Files.createDirectories(home.resolve("data").resolve("import"));
    try (InputStream json = test.getResourceAsStream(realm)) {
      Files.copy(json, folder.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                home.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_APPEND", "-Xmx384m");
    Keycloak keycloak = new Keycloak(builder.start(), URI.create("http://127.0.0.1:" + port));
    keycloak.awaitReadiness();
    return keycloak;
  }

  /** Where a realm is. */
  public URI realm(String name) {
    return address.resolve("/realms/" + name);
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle each : all) {
      each.onExit().completeOnTimeout(each, STOP_SECONDS, TimeUnit.SECONDS).join();
      each.destroyForcibly();
    }
  }

  /** Its own words say when it listens; reading on keeps it from blocking on a full pipe. */
  private void awaitReadiness() throws InterruptedException, ExecutionException {
    List<String> said = new CopyOnWriteArrayList<>();
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(said, ready), "keycloak-output");
    reader.setDaemon(true);
    reader.start();
    try {
      if (ready.get(START_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (TimeoutException e) {
      said.add("(not ready within " + START_SECONDS + " s)");
    }
    close();
    throw new AssertionError("Keycloak did not start:\n" + String.join("\n", said));
  }

  private void read(List<String> said, CompletableFuture<Boolean> ready) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.contains("Listening on: ")) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      said.add(e.toString());
    }
    ready.complete(false);
  }

  private static Path home() {
    String home = System.getProperty("keycloak.home", "");
    if (home.isEmpty() || !Files.isDirectory(Path.of(home))) {
      throw new AssertionError(
          "the test peer Keycloak is missing at '" + home + "': run ./test, or: mvn verify");
    }
    return Path.of(home);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
