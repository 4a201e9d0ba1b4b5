package dev.lifeline.tasks;

import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.core.time.Time;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * A build agent and LCS: an emulator, and tasks that are started with the variables that the agent
 * of Azure Pipelines sets, or whatever the test makes of them. Time moves only when a task waits.
 */
final class Agent implements AutoCloseable {
  static final String CONNECTION = "f2a6c1de-8b0f-4b0e-9d0a-1c2d3e4f5a6b";

  private static final SigningKey KEY = TokenKey.generate(new SecureRandom());

  final Path folder;
  final Emulator emulator;
  final Map<String, String> environment = new HashMap<>();

  /** Open as soon as a delayed request has arrived; the delay then lasts until the agent closes. */
  final CountDownLatch requestHeld = new CountDownLatch(1);

  // certificates are checked by the real clock, so time begins where it is
  final ManualTime time = new ManualTime(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private final CountDownLatch closing = new CountDownLatch(1);

  Agent(Path folder) throws IOException {
    this.folder = folder;
    this.emulator =
        Emulator.start(
            EmulatorSettings.DEFAULTS.withTimeScale(1),
            Surroundings.ofTheMachine(
                    pause -> {
                      requestHeld.countDown();
                      closing.await();
                    })
                .withClock(time)
                .withSigningKey(KEY));
    for (String name : new String[] {"sources", "staging", "temp"}) {
      Files.createDirectories(folder.resolve(name));
    }
    environment.put("LIFELINE_CA_CERTIFICATE", at().caCertificate().toString());
  }

  /** With the variables of a build run and a service connection that works. */
  static Agent azure(Path folder) throws IOException {
    Agent agent = new Agent(folder);
    Map<String, String> all = agent.environment;
    all.put("TF_BUILD", "True");
    all.put("AGENT_TEMPDIRECTORY", folder.resolve("temp").toString());
    all.put("BUILD_SOURCESDIRECTORY", folder.resolve("sources").toString());
    all.put("SYSTEM_DEFAULTWORKINGDIRECTORY", folder.resolve("sources").toString());
    all.put("BUILD_ARTIFACTSTAGINGDIRECTORY", folder.resolve("staging").toString());
    all.put("BUILD_DEFINITIONNAME", "Contoso nightly");
    all.put("BUILD_BUILDNUMBER", "20261127.4");
    agent.input("serviceConnectionName", CONNECTION);
    agent.input("projectId", agent.at().projectId().toString());
    agent.endpoint("UsernamePassword", agent.at().password().text());
    return agent;
  }

  /** The service connection as the agent hands it over. */
  void endpoint(String scheme, String password) {
    String quoted = password.replace("\\", "\\\\").replace("\"", "\\\"");
    environment.put("ENDPOINT_URL_" + CONNECTION, at().authenticationEndpoint().toString());
    environment.put(
        "ENDPOINT_AUTH_" + CONNECTION,
        """
        {"parameters":{"username":"%s","password":"%s","clientid":"%s"},"scheme":"%s"}"""
            .formatted(at().username(), quoted, at().clientId(), scheme));
    environment.put("ENDPOINT_AUTH_SCHEME_" + CONNECTION, scheme);
    environment.put("ENDPOINT_DATA_" + CONNECTION, "{\"apiurl\":\"" + at().apiEndpoint() + "\"}");
    environment.put("ENDPOINT_DATA_" + CONNECTION + "_APIURL", at().apiEndpoint().toString());
  }

  /** Sets an input. */
  Agent input(String name, Object value) {
    environment.put("INPUT_" + name.toUpperCase(Locale.ROOT), String.valueOf(value));
    return this;
  }

  Ended run(String task) {
    return run(task, time);
  }

  Ended run(String task, Time clock) {
    return run(task, process(clock));
  }

  static Ended run(String task, ProcessInTest process) {
    return new Ended(new TaskRunner(process).run(task), process.written());
  }

  ProcessInTest process(Time clock) {
    return new ProcessInTest(environment, folder, clock);
  }

  Addresses at() {
    return emulator.addresses();
  }

  /** A software deployable package among the sources. */
  Path release(String name, int bytes) throws IOException {
    return Files.write(folder.resolve("sources").resolve(name), DeployablePackage.of(bytes));
  }

  String assetId(String fileName) {
    return emulator.world().lifecycle().assets().stream()
        .filter(asset -> asset.fileName().equals(fileName))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  String environmentId(String name) {
    return emulator.world().lifecycle().environments().stream()
        .filter(environment -> environment.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  /** Every page about a run that was left. */
  String pages() throws IOException {
    StringBuilder text = new StringBuilder();
    try (var files = Files.walk(folder.resolve("temp"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        text.append(Objects.requireNonNull(Files.readString(file)));
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    closing.countDown();
    emulator.close();
  }
}
