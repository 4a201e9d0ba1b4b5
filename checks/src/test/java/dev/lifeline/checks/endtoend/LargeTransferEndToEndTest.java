package dev.lifeline.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.endtoend.Unpacked.Run;
import dev.lifeline.core.json.Json;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is larger than any heap it is given. */
final class LargeTransferEndToEndTest {
  private static final long SIZE_BYTES = 2L * 1024 * 1024 * 1024;

  @TempDir Path folder;

  @Test
  void two_gibibytes_go_up_and_down_in_128_mebibytes() throws Exception {
    Unpacked program = Unpacked.into(folder.resolve("program"));
    Path file = large(folder.resolve("Large.zip"));
    try (Emulator emulator =
        Emulator.start(EmulatorSettings.DEFAULTS, Surroundings.ofTheMachine(pause -> {}))) {
      Map<String, String> variables = connection(emulator.addresses());

      Run up =
          program.run(
              variables, "asset", "upload", file.toString(), "--no-preflight", "-q", "-o", "json");

      assertThat(up.exitCode()).as(up.err()).isZero();
      Object id = Json.read(up.out(), Map.class).orElseThrow().get("assetId");
      Path back = folder.resolve("back");
      Run down =
          program.run(variables, "asset", "download", "--id=" + id, "--to=" + back, "--quiet");
      assertThat(down.exitCode()).as(down.err()).isZero();
      assertThat(Files.mismatch(back.resolve("Large.zip"), file)).isEqualTo(-1);
    }
  }

  private Map<String, String> connection(Addresses at) {
    return Map.of(
        "JAVA_TOOL_OPTIONS", "-Xmx128m",
        "LIFELINE_CA_CERTIFICATE", at.caCertificate().toString(),
        "LIFELINE_AUTHENTICATION_ENDPOINT", at.authenticationEndpoint().toString(),
        "LIFELINE_API_ENDPOINT", at.apiEndpoint().toString(),
        "LIFELINE_USERNAME", at.username(),
        "LIFELINE_PASSWORD", at.password().text(),
        "LIFELINE_CLIENT_ID", at.clientId().toString(),
        "LIFELINE_PROJECT_ID", at.projectId().toString());
  }

  /** Random at every other mebibyte or so, and holes between, so that it is made in no time. */
  private static Path large(Path file) throws IOException {
    byte[] some = new byte[4096];
    Random random = new Random(3);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(SIZE_BYTES);
      for (long at = 0; at < SIZE_BYTES; at += 2 * 1024 * 1024 + 13) {
        random.nextBytes(some);
        bytes.seek(Math.min(at, SIZE_BYTES - some.length));
        bytes.write(some);
      }
    }
    return file;
  }
}
