package dev.lifeline.cli;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.core.time.Time;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import dev.lifeline.emulator.scenario.Received;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A user's desk: an emulator, a home folder, and commands that are run one after the other. Its
 * time moves only when a command waits, and moves the emulator's world as well.
 */
final class Desk implements AutoCloseable {
  private static final SigningKey KEY = TokenKey.generate(new SecureRandom());

  final Path folder;
  final Path home;
  final Emulator emulator;
  final Map<String, String> environment = new HashMap<>();

  /** Open as soon as a delayed request has arrived; the delay then lasts until the desk closes. */
  final CountDownLatch requestHeld = new CountDownLatch(1);

  // certificates are checked by the real clock, so time begins where it is
  final ManualTime time = new ManualTime(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private final CountDownLatch closing = new CountDownLatch(1);

  private Desk(Path folder, EmulatorSettings settings) throws IOException {
    this.folder = folder;
    this.home = folder.resolve("home");
    this.emulator =
        Emulator.start(
            settings.withTimeScale(1),
            Surroundings.ofTheMachine(
                    pause -> {
                      requestHeld.countDown();
                      closing.await();
                    })
                .withClock(time)
                .withSigningKey(KEY));
    environment.put("LIFELINE_HOME", home.toString());
    environment.put("LIFELINE_CA_CERTIFICATE", emulator.addresses().caCertificate().toString());
  }

  /** A desk without a connection. */
  static Desk bare(Path folder) throws IOException {
    return new Desk(folder, EmulatorSettings.DEFAULTS);
  }

  /** A desk whose one connection, "contoso", works and knows its project. */
  static Desk connected(Path folder) throws IOException {
    return connected(folder, EmulatorSettings.DEFAULTS);
  }

  static Desk connected(Path folder, EmulatorSettings settings) throws IOException {
    Desk desk = new Desk(folder, settings);
    desk.store("contoso", "deploy", desk.password());
    return desk;
  }

  /** Keeps a connection without proving it. */
  void store(String name, String account, String password) {
    Addresses at = at();
    ServiceConnection connection =
        new ServiceConnection(
            name,
            new AuthenticationEndpoint(at.authenticationEndpoint()),
            new ApiEndpoint(at.apiEndpoint()),
            account.contains("@") ? account : account + "@" + at.tenantDomain(),
            new ClientId(at.clientId().toString()),
            null,
            new ProjectId(at.projectId().value()));
    connections().create(connection, new Credential.Password(Secret.of(password)), null);
  }

  /** The stored connections, with their secrets. */
  ConnectionFolder connections() {
    return new ConnectionFolder(home, time);
  }

  /** The secret of a stored connection, as it is now. */
  String kept(String name) {
    return connections().open(name).credential().secret().reveal();
  }

  Outcome run(String... arguments) {
    return host().run(arguments);
  }

  /** A new process at this desk. */
  RecordingHost host() {
    return host(time);
  }

  RecordingHost host(Time clock) {
    return new RecordingHost(environment, folder, clock);
  }

  /** A new process, before which that person sits and enters each device code that is shown. */
  RecordingHost hostOf(String username) {
    RecordingHost host = host();
    host.person = code -> enter(code, username);
    return host;
  }

  private void enter(String code, String username) {
    emulator.world().deviceCodes().approve(code, account(username));
  }

  /** An account of the emulator's world, by its whole name. */
  Account account(String username) {
    return emulator
        .world()
        .directoryOfUser(username)
        .flatMap(directory -> directory.account(username))
        .orElseThrow();
  }

  /** The id of an application of that tenant. */
  String clientIdOf(String tenant, String application) {
    return emulator
        .world()
        .directoryOfTenant(tenant)
        .flatMap(directory -> directory.application(application))
        .orElseThrow()
        .clientId()
        .toString();
  }

  Addresses at() {
    return emulator.addresses();
  }

  String password() {
    return at().password().text();
  }

  /** The options that describe the emulator's connection, without the password. */
  List<String> connectionOptions() {
    return List.of(
        "--authentication-endpoint",
        at().authenticationEndpoint().toString(),
        "--api-endpoint",
        at().apiEndpoint().toString(),
        "--username",
        at().username(),
        "--client-id",
        at().clientId().toString(),
        "--default-project",
        at().projectId().toString());
  }

  /** A file of that many bytes, always the same ones. */
  Path file(String name, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return Files.write(folder.resolve(name), content);
  }

  /** A software deployable package of that many bytes, at least 1000, always the same ones. */
  Path release(String name, int bytes) throws IOException {
    return Files.write(folder.resolve(name), DeployablePackage.of(bytes));
  }

  /** Uploads a file and returns the asset's id. */
  String upload(Path file) {
    return String.valueOf(
        run("asset", "upload", file.toString(), "-o", "json").succeeded().json().get("assetId"));
  }

  /** An asset of the ready-made world. */
  Asset asset(String fileName) {
    return emulator.world().lifecycle().assets().stream()
        .filter(asset -> asset.fileName().equals(fileName))
        .findFirst()
        .orElseThrow();
  }

  String assetId(String fileName) {
    return asset(fileName).id().toString();
  }

  /** An environment of the ready-made world. */
  String environmentId(String name) {
    return emulator.world().lifecycle().environments().stream()
        .filter(environment -> environment.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  /** How many passwords Entra ID was sent. */
  long passwordsSent() {
    return received("entra").stream()
        .filter(request -> "password".equals(request.form().get("grant_type")))
        .count();
  }

  List<Received> received(String service) {
    return emulator.received().of(service);
  }

  @Override
  public void close() {
    closing.countDown();
    emulator.close();
  }
}
