package dev.lifeline.hub.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * A real PostgreSQL, from the system's package, on a free port of loopback; started once for all
 * tests of a run. PostgreSQL refuses to run as root: then the package's account runs it.
 */
final class PostgreSqlServer {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path folder;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgreSqlServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  private static final class Only {
    static final PostgreSqlServer SERVER = start();
  }

  /** The server of this run. */
  static PostgreSqlServer get() {
    return Only.SERVER;
  }

  /** A new database, empty. */
  DatabaseAddress newDatabase() {
    String name = "hub" + databases.incrementAndGet();
    Jdbi.create(url("postgres")).useHandle(handle -> handle.execute("create database " + name));
    return new DatabaseAddress(url(name));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=hub".formatted(port, database);
  }

  private static PostgreSqlServer start() {
    try {
      Path folder = Files.createTempDirectory("hub-postgresql");
      PostgreSqlServer server = new PostgreSqlServer(folder, freePort());
      if (isRoot()) {
        run("chown", "postgres", folder.toString());
      }
      server.postgres(
          "initdb", "-A", "trust", "-U", "hub", "-E", "UTF8", "--no-sync", "--no-locale");
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      server.postgres(
          "pg_ctl", "-w", "-l", folder.resolve("log").toString(), "-o", server.options(), "start");
      return server;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("PostgreSQL cannot be started", e);
    }
  }

  private String options() {
    return "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        .formatted(port);
  }

  private void stop() {
    try {
      postgres("pg_ctl", "-m", "immediate", "stop");
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void postgres(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs().resolve(program).toString());
    command.addAll(List.of("-D", folder.resolve("data").toString()));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed");
    }
  }

  private static Path programs() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      throw new AssertionError("PostgreSQL is missing: run ./test, or: apt install postgresql");
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
