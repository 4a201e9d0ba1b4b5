package dev.lifeline.extension.agent;

import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Password;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A company with an emulated LCS, and a password that is hard to pass on. */
public final class Contoso implements AutoCloseable {
  /** The id of its service connection. */
  public static final String CONNECTION = "f2a6c1de-8b0f-4b0e-9d0a-1c2d3e4f5a6b";

  /** Looks like a formula, ends commands, needs escapes everywhere, and is not ASCII. */
  public static final String PASSWORD = "=p;w]d%3B\"'\\ $(x) é-Ü-一";

  /** An hour of servicing in a second. */
  private static final double TIME_SCALE = 3600;

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Emulator emulator;

  /** Starts its LCS. */
  public Contoso() throws IOException {
    emulator =
        Emulator.start(
            EmulatorSettings.DEFAULTS.withTimeScale(TIME_SCALE),
            Surroundings.ofTheMachine(
                pause -> {
                  held.countDown();
                  closing.await();
                }));
    Account account = emulator.world().directory().account(at().username()).orElseThrow();
    emulator.world().changePassword(account, new Password(PASSWORD));
  }

  /** Its LCS. */
  public Emulator emulator() {
    return emulator;
  }

  /** Where that is. */
  public Addresses at() {
    return emulator.addresses();
  }

  /** A job on an agent that may use the service connection and trusts the emulator. */
  public Job job(Path work, Path javaHome) throws IOException {
    return new Job(work, javaHome)
        .withEndpoint(endpoint(PASSWORD))
        .withVariable("agent.caInfo", at().caCertificate().toString())
        .withVariable("LIFELINE_POLL_INTERVAL", "1s");
  }

  /** The service connection with that password. */
  public Endpoint endpoint(String password) {
    return Endpoint.lcs(
        CONNECTION,
        at().authenticationEndpoint().toString(),
        at().apiEndpoint().toString(),
        Map.of(
            "username", at().username(),
            "password", password,
            "clientid", at().clientId().toString()));
  }

  /** Waits until a request has arrived that is to be delayed; it is, until this closes. */
  public void awaitHeldRequest() throws InterruptedException {
    held.await();
  }

  /** The inputs that each task needs. */
  public Map<String, String> common() {
    return Map.of("serviceConnectionName", CONNECTION, "projectId", at().projectId().toString());
  }

  /** The id of an environment. */
  public String environmentId(String name) {
    return emulator.world().lifecycle().environments().stream()
        .filter(environment -> environment.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  /** The id of its e-Commerce environment. */
  public String eCommerceEnvironmentId() {
    return emulator.world().lifecycle().environments().stream()
        .flatMap(environment -> environment.eCommerce().stream())
        .findFirst()
        .orElseThrow()
        .toString();
  }

  /** The id of an asset. */
  public String assetId(String fileName) {
    return emulator.world().lifecycle().assets().stream()
        .filter(asset -> asset.fileName().equals(fileName))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  /** A small software deployable package. */
  public static Path release(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      for (String part :
          List.of(
              "AXUpdateInstaller.exe", "DefaultTopologyData.xml", "HotfixInstallationInfo.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(part.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  @Override
  public void close() {
    closing.countDown();
    emulator.close();
  }
}
