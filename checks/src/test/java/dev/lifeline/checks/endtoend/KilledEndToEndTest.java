package dev.lifeline.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.endtoend.Unpacked.Run;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped, killed at each of its requests, and the emulator before it. */
final class KilledEndToEndTest {
  /** An hour of servicing passes in half a second. */
  private static final int TIME_SCALE = 7200;

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> QUICKLY = List.of("--poll-interval", "1s", "--quiet");

  @TempDir static Path shared;

  private static Unpacked program;

  @TempDir Path folder;

  private volatile Hold hold = new Hold();
  private Emulator emulator;
  private Path home;

  @BeforeAll
  static void unpack() throws Exception {
    program = Unpacked.into(shared);
  }

  @BeforeEach
  void connect() throws Exception {
    emulator = started();
    emulator.world().changeSettings(it -> it.withDatabaseOperations(1000));
    home = folder.resolve("home");
    Addresses at = emulator.addresses();
    Map<String, String> variables = variables(home);
    variables.put("GIVEN", at.password().text());
    Run created =
        program.run(
            variables,
            "connection",
            "create",
            "lab",
            "--authentication-endpoint=" + at.authenticationEndpoint(),
            "--api-endpoint=" + at.apiEndpoint(),
            "--username=" + at.username(),
            "--client-id=" + at.clientId(),
            "--default-project=" + at.projectId(),
            "--password-env=GIVEN",
            "--storage=file",
            "--no-verify");
    assertThat(created.exitCode()).as(created.err()).isZero();
  }

  @AfterEach
  void disconnect() {
    hold.released.countDown();
    emulator.close();
  }

  /** A request that waits in LCS until the program that sent it is dead. */
  private static final class Hold {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void pause() throws InterruptedException {
      reached.countDown();
      released.await();
    }
  }

  @Test
  void a_deployment_that_is_killed_at_any_request_is_started_once() throws Exception {
    String asset = asset("contoso-release-1.zip");
    killAtEachRequest(
        List.of("deploy", "--environment=contoso-test", "--asset=" + asset, "--name=x", "--wait"),
        OperationKind.UPDATE);
  }

  @Test
  void a_pull_of_a_database_that_is_killed_at_any_request_is_started_once() throws Exception {
    Path to = folder.resolve("to");
    killAtEachRequest(
        List.of(
            "database",
            "pull",
            "--source=contoso-production",
            "--target=contoso-test",
            "--name=x",
            "--to=" + to,
            "--overwrite",
            "--yes"),
        OperationKind.DATABASE_REFRESH,
        OperationKind.DATABASE_EXPORT);
    assertThat(to.resolve("x.bacpac")).isNotEmptyFile();
  }

  @Test
  void the_end_of_lcs_and_its_return_do_not_end_a_wait() throws Exception {
    emulator.world().changeTimeScale(600); // an hour of servicing takes six seconds
    String asset = asset("contoso-release-1.zip");
    Process waiting =
        begin(
            home,
            List.of(
                "deploy", "--environment=contoso-test", "--asset=" + asset, "--name=x", "--wait"));
    while (operations(OperationKind.UPDATE).isEmpty() && waiting.isAlive()) {
      waiting.waitFor(100, TimeUnit.MILLISECONDS);
    }
    emulator.close();
    waiting.waitFor(2, TimeUnit.SECONDS);
    emulator = again(emulator.addresses());

    assertThat(waiting.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(waiting.exitValue()).as(Files.readString(folder.resolve("err.txt"))).isZero();
    assertThat(operations(OperationKind.UPDATE)).hasSize(1);
  }

  private void killAtEachRequest(List<String> command, OperationKind... kinds) throws Exception {
    int killed = 0;
    while (isKilledAt(killed, command)) {
      killed++;
      for (OperationKind kind : kinds) {
        assertThat(operations(kind)).as(kind + " at request " + killed).hasSize(killed);
      }
    }
    assertThat(killed).isGreaterThan(5);
  }

  /**
   * Kills the command at its n-th request to LCS, from 0, and runs it again; false when it has
   * fewer.
   */
  private boolean isKilledAt(int request, List<String> command) throws Exception {
    Path own = copyOfHome(request);
    hold = new Hold();
    emulator
        .faults()
        .add(
            new Fault("lcs", null, null, request, 1, new FaultAction.Delay(Duration.ofMinutes(1))));
    Process first = begin(own, command);
    while (!hold.reached.await(50, TimeUnit.MILLISECONDS)) {
      if (!first.isAlive()) {
        assertThat(first.exitValue()).as(Files.readString(folder.resolve("err.txt"))).isZero();
        return false;
      }
    }
    first.destroyForcibly().waitFor();
    hold.released.countDown();
    Run second = program.run(variables(own), arguments(command));
    assertThat(second.exitCode()).as("killed at request " + request + ": " + second.err()).isZero();
    return true;
  }

  private Process begin(Path own, List<String> command) throws IOException {
    return program.start(
        variables(own), folder.resolve("out.txt"), folder.resolve("err.txt"), arguments(command));
  }

  private static String[] arguments(List<String> command) {
    return Stream.concat(command.stream(), QUICKLY.stream()).toArray(String[]::new);
  }

  private Map<String, String> variables(Path own) {
    Map<String, String> variables = new HashMap<>();
    variables.put("LIFELINE_HOME", own.toString());
    variables.put("LIFELINE_CA_CERTIFICATE", emulator.addresses().caCertificate().toString());
    return variables;
  }

  /** Each killed command has a home of its own, because the limits of LCS are counted there. */
  private Path copyOfHome(int number) throws IOException {
    Path copy = folder.resolve("home-" + number);
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.copy(each, copy.resolve(home.relativize(each)));
      }
    }
    return copy;
  }

  private List<Operation> operations(OperationKind kind) {
    return emulator.world().lifecycle().operations().stream()
        .filter(it -> it.kind() == kind)
        .toList();
  }

  private String asset(String fileName) {
    return emulator.world().lifecycle().assets().stream()
        .filter(it -> it.fileName().equals(fileName))
        .map(Asset::id)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private Emulator started() throws IOException {
    IOException taken = new IOException("no attempt");
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        return start(freePort());
      } catch (IOException e) {
        taken = e; // one of the ports behind it is not free
      }
    }
    throw taken;
  }

  /** The same emulator on the same ports, as it was left. */
  private Emulator again(Addresses at) throws IOException {
    return start(at.authenticationEndpoint().getPort());
  }

  private Emulator start(int port) throws IOException {
    return Emulator.start(
        EmulatorSettings.DEFAULTS
            .withPort(port)
            .withTimeScale(TIME_SCALE)
            .withStateFolder(folder.resolve("world")),
        Surroundings.ofTheMachine(pause -> hold.pause()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Math.min(socket.getLocalPort(), 65_000);
    }
  }
}
