package dev.lifeline.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.endtoend.FaultyWay.Hold;
import dev.lifeline.checks.endtoend.FaultyWay.Trouble;
import dev.lifeline.checks.endtoend.Unpacked.Run;
import dev.lifeline.core.json.Json;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.BlobEndpoint;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import dev.lifeline.emulator.blob.BlobAccount;
import dev.lifeline.emulator.peers.Azurite;
import dev.lifeline.emulator.world.Asset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers of the program as it is shipped, on a bad way to Azurite. */
final class TransferEndToEndTest {
  private static final int SIZE_BYTES = 48 * 1024 * 1024;

  /** The bar for what a second run may send again. */
  private static final long MOST_SENT_AGAIN = SIZE_BYTES * 55L / 100;

  /** After three quarters; some of what was sent has never left the system's buffers. */
  private static final long MOST_FETCHED_AGAIN = SIZE_BYTES / 2;

  @TempDir static Path shared;

  private static Unpacked program;
  private static Azurite azurite;

  @TempDir Path folder;

  private FaultyWay way;
  private Emulator emulator;
  private Map<String, String> variables;
  private Path file;

  @BeforeAll
  static void unpack() throws Exception {
    program = Unpacked.into(shared);
    azurite = Azurite.start();
  }

  @AfterAll
  static void stop() {
    azurite.close();
  }

  @BeforeEach
  void connect() throws Exception {
    way = FaultyWay.to(azurite.endpoint().resolve("/devstoreaccount1"));
    emulator =
        Emulator.start(
            EmulatorSettings.DEFAULTS.withBlobEndpoint(
                new BlobEndpoint(way.address(), BlobAccount.AZURITE)),
            Surroundings.ofTheMachine(pause -> {}));
    Addresses at = emulator.addresses();
    variables = new HashMap<>();
    variables.put("LIFELINE_HOME", folder.resolve("home").toString());
    variables.put("LIFELINE_CA_CERTIFICATE", at.caCertificate().toString());
    variables.put("GIVEN", at.password().text());
    succeeded(
        List.of(
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
            "--no-verify"));
    file = folder.resolve("Release.zip");
    byte[] content = new byte[SIZE_BYTES];
    new Random(7).nextBytes(content);
    Files.write(file, content);
  }

  @AfterEach
  void disconnect() throws IOException {
    emulator.close();
    way.close();
  }

  @Test
  void an_upload_that_was_killed_at_half_sends_little_again() throws Exception {
    Hold half = way.there.holdAfter(SIZE_BYTES / 2);
    Process first = start(upload());
    awaits(half);
    first.destroyForcibly().waitFor();
    resume(half);

    Map<?, ?> uploaded = succeeded(upload());

    assertThat(uploaded.get("resumed")).isEqualTo(true);
    assertThat(way.there.passed()).isLessThanOrEqualTo(MOST_SENT_AGAIN);
    assertThat(assets()).hasSize(1);
    assertThat(fetched(uploaded)).hasSameBinaryContentAs(file);
  }

  @Test
  void an_upload_that_was_interrupted_at_half_sends_little_again() throws Exception {
    Hold half = way.there.holdAfter(SIZE_BYTES / 2);
    Process first = start(upload());
    awaits(half);
    new ProcessBuilder("kill", "-INT", Long.toString(first.pid())).start().waitFor();
    boolean ended = first.waitFor(30, TimeUnit.SECONDS);
    resume(half);

    Map<?, ?> uploaded = succeeded(upload());

    assertThat(ended).isTrue();
    assertThat(first.exitValue()).isEqualTo(130);
    assertThat(way.there.passed()).isLessThanOrEqualTo(MOST_SENT_AGAIN);
    assertThat(assets()).hasSize(1);
    assertThat(fetched(uploaded)).hasSameBinaryContentAs(file);
  }

  @Test
  void a_download_that_was_killed_fetches_little_again_and_was_never_half_there() throws Exception {
    List<String> download = download(succeeded(upload()));
    Path target = folder.resolve("back/Release.zip");
    way.back.reset();
    Hold half = way.back.holdAfter(SIZE_BYTES * 3L / 4);
    Process first = start(download);
    awaits(half);
    first.destroyForcibly().waitFor();
    assertThat(target).doesNotExist();
    resume(half);

    succeeded(download);

    assertThat(way.back.passed()).isLessThanOrEqualTo(MOST_FETCHED_AGAIN);
    assertThat(target).hasSameBinaryContentAs(file);
    assertThat(names(target.getParent())).containsExactly("Release.zip");
  }

  @Test
  void connections_that_are_cut_in_mid_block_do_not_end_a_transfer() throws Exception {
    Trouble cut =
        (connection, own, all) -> {
          if (connection % 2 == 0 && own > 700_000) {
            throw new IOException("cut");
          }
        };
    way.there.troubledBy(cut);
    way.back.troubledBy(cut);

    Map<?, ?> uploaded = succeeded(upload());

    assertThat(fetched(uploaded)).hasSameBinaryContentAs(file);
  }

  @Test
  void a_connection_that_stalls_costs_its_limit_and_not_the_transfer() throws Exception {
    AtomicBoolean first = new AtomicBoolean(true);
    CountDownLatch never = new CountDownLatch(1);
    way.there.troubledBy(
        (connection, own, all) -> {
          if (own > 700_000 && first.getAndSet(false)) {
            never.await();
          }
        });

    Map<?, ?> uploaded = succeeded(upload());

    assertThat(first).isFalse();
    assertThat(fetched(uploaded)).hasSameBinaryContentAs(file);
  }

  private List<String> upload() {
    return arguments("asset", "upload", file.toString(), "--no-preflight");
  }

  private List<String> download(Map<?, ?> uploaded) {
    String id = String.valueOf(uploaded.get("assetId"));
    return arguments("asset", "download", "--id", id, "--to", folder.resolve("back").toString());
  }

  /**
   * In small blocks and few of them at a time, so that half a file is half a file; checked by what
   * Azurite knows, or each connection's first block would be sent twice.
   */
  private static List<String> arguments(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    if (arguments.contains("upload")) {
      arguments.addAll(List.of("--block-size", "512K", "--parallel", "2", "--block-check", "md5"));
    }
    arguments.addAll(List.of("--output", "json", "--quiet"));
    return arguments;
  }

  private Path fetched(Map<?, ?> uploaded) throws Exception {
    succeeded(download(uploaded));
    return folder.resolve("back/Release.zip");
  }

  private Map<?, ?> succeeded(List<String> arguments) throws Exception {
    Run run = program.run(variables, arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().startsWith("{") ? Json.read(run.out(), Map.class).orElseThrow() : Map.of();
  }

  private Process start(List<String> arguments) throws IOException {
    return program.start(
        variables,
        folder.resolve("out.txt"),
        folder.resolve("err.txt"),
        arguments.toArray(String[]::new));
  }

  private void awaits(Hold hold) throws Exception {
    assertThat(hold.reached().await(1, TimeUnit.MINUTES))
        .as(Files.readString(folder.resolve("err.txt")))
        .isTrue();
  }

  private void resume(Hold hold) {
    way.there.clear();
    way.back.clear();
    hold.released().countDown();
    way.there.reset();
    way.back.reset();
  }

  private List<Asset> assets() {
    return emulator.world().lifecycle().assets().stream()
        .filter(asset -> asset.name().equals("Release.zip") && asset.sizeBytes() == SIZE_BYTES)
        .filter(asset -> asset.committed() != null)
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(found -> found.getFileName().toString()).toList();
    }
  }
}
