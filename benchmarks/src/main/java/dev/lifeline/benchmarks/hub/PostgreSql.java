package dev.lifeline.benchmarks.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL as Debian's package has it, with its own settings: commits reach the disk. */
final class PostgreSql {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path folder;
  private final int port;

  private PostgreSql(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static PostgreSql start(Path folder) throws IOException, InterruptedException {
    PostgreSql server = new PostgreSql(folder, freePort());
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
      run(List.of("chmod", "a+x", folder.getParent().toString()));
    }
    server.run("initdb", "-A", "trust", "-U", "hub", "-E", "UTF8", "--no-locale");
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=".formatted(server.port);
    server.run("pg_ctl", "-w", "-l", folder.resolve("log").toString(), "-o", options, "start");
    return server;
  }

  /** The address of its database. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=hub".formatted(port);
  }

  void stop() {
    try {
      if (Files.exists(folder.resolve("data/postmaster.pid"))) {
        run("pg_ctl", "-m", "immediate", "stop");
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("PostgreSQL does not stop: " + e.getMessage());
    }
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs().resolve(program).toString());
    command.addAll(List.of("-D", folder.resolve("data").toString()));
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private static Path programs() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      throw new IOException("PostgreSQL is missing; on Debian: apt install postgresql");
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
