package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.scenario.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetUploadTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void an_upload_prints_the_asset_id_and_the_checksum() throws Exception {
    Path file = desk.release("Release.zip", 3000);

    Outcome outcome = desk.run("asset", "upload", file.toString());

    String id = desk.assetId("Release.zip");
    assertThat(outcome.succeeded().out())
        .startsWith("uploaded 'Release.zip', 2.9 KiB in ")
        .contains("asset id  " + id)
        .contains("sha256    " + sha256(file));
  }

  @Test
  void in_json_the_fields_are_those_of_the_contract() throws Exception {
    Path file = desk.release("Release.zip", 3000);

    Outcome outcome = desk.run("asset", "upload", file.toString(), "--output", "json");

    Map<String, Object> json = outcome.succeeded().json();
    assertThat(json)
        .containsOnlyKeys(
            "assetId",
            "name",
            "fileName",
            "type",
            "sizeBytes",
            "sha256",
            "durationSeconds",
            "validation",
            "skipped",
            "unchangedBy",
            "resumed")
        .containsEntry("name", "Release.zip")
        .containsEntry("fileName", "Release.zip")
        .containsEntry("type", "software-deployable-package")
        .containsEntry("sizeBytes", 3000)
        .containsEntry("sha256", sha256(file))
        .containsEntry("validation", null)
        .containsEntry("skipped", false)
        .containsEntry("unchangedBy", null)
        .containsEntry("resumed", false);
  }

  @Test
  void name_description_and_type_reach_the_library() throws IOException {
    Path file = desk.file("model.axmodel", 10);

    desk.run(
            "asset",
            "upload",
            file.toString(),
            "--type",
            "model",
            "--name",
            "Größe #1 & more",
            "--description",
            "a \"quoted\" note")
        .succeeded();

    assertThat(desk.asset("model.axmodel").name()).isEqualTo("Größe #1 & more");
    assertThat(desk.asset("model.axmodel").description()).isEqualTo("a \"quoted\" note");
    assertThat(desk.asset("model.axmodel").fileType()).isEqualTo(1);
  }

  @Test
  void waiting_for_the_validation_looks_each_minute_until_lcs_is_done() throws IOException {
    Path file = desk.release("Release.zip", 1000);

    Outcome outcome =
        desk.run("asset", "upload", file.toString(), "--wait-for-validation", "-o", "json");

    assertThat(outcome.succeeded().json()).containsEntry("validation", "Done");
    assertThat(desk.time.elapsed()).isEqualTo(Duration.ofMinutes(6));
    assertThat(outcome.err()).contains("Process, after");
  }

  @Test
  void a_failed_validation_ends_with_code_1() throws IOException {
    Path file = desk.release("invalid.zip", 1000);

    Outcome outcome =
        desk.run(
            "asset", "upload", file.toString(), "--wait-for-validation", "--quiet", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errorCode()).isEqualTo("VALIDATION_FAILED");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void giving_up_on_the_validation_ends_with_code_5_and_says_how_to_wait_again()
      throws IOException {
    Path file = desk.release("Release.zip", 1000);

    Outcome outcome =
        desk.run("asset", "upload", file.toString(), "--wait-for-validation", "--timeout", "90s");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(desk.run(command(outcome.err(), "lifeline asset wait")).succeeded().out())
        .endsWith(": Done\n");
  }

  @Test
  void an_unknown_type_is_answered_with_those_that_exist() throws IOException {
    Path file = desk.release("Release.zip", 1000);

    Outcome outcome = desk.run("asset", "upload", file.toString(), "--type", "isv");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err().replaceAll("\\s+", " "))
        .contains(
            "no asset type is called 'isv'",
            "model, process-data-package, software-deployable-package, ger-configuration, data-package, database-backup");
    nothingWasSent();
  }

  @Test
  void a_database_backup_cannot_be_uploaded() throws IOException {
    Path file = desk.file("copy.bak", 10);

    Outcome outcome =
        desk.run("asset", "upload", file.toString(), "--type", "database-backup", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("ASSET_TYPE_UNKNOWN");
    nothingWasSent();
  }

  @Test
  void a_missing_file_is_refused_before_anything_is_sent() {
    refused("FILE_NOT_FOUND", folder.resolve("no such.zip"));
  }

  @Test
  void an_empty_file_is_refused_before_anything_is_sent() throws IOException {
    refused("FILE_EMPTY", desk.file("empty.zip", 0));
  }

  @Test
  void a_folder_is_refused_before_anything_is_sent() throws IOException {
    refused("FILE_IS_FOLDER", Files.createDirectory(folder.resolve("package")));
  }

  @Test
  void what_cannot_be_read_is_refused_before_anything_is_sent() {
    // permissions do not stop root; a device is no ordinary file for anybody
    refused("FILE_UNREADABLE", Path.of("/dev/null"));
  }

  @Test
  void a_blank_name_is_refused_before_anything_is_sent() throws IOException {
    Path file = desk.release("Release.zip", 1000);

    Outcome outcome = desk.run("asset", "upload", file.toString(), "--name", " ", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("VALUE_MALFORMED");
    nothingWasSent();
  }

  @Test
  void block_size_and_parallelism_can_be_fixed() throws IOException {
    Path file = desk.release("Release.zip", 1_000_000);

    desk.run("asset", "upload", file.toString(), "--block-size", "100K", "--parallel", "1")
        .succeeded();

    assertThat(desk.received("blob"))
        .filteredOn(request -> request.query().contains("comp=block&"))
        .hasSize(10);
  }

  @Test
  void a_block_size_or_parallelism_beyond_the_limits_is_refused_before_anything_is_sent()
      throws IOException {
    Path file = desk.release("Release.zip", 1000);
    for (String wrong :
        new String[] {"--block-size=1K", "--block-size=x", "--parallel=0", "--block-check=sha1"}) {
      Outcome outcome = desk.run("asset", "upload", file.toString(), wrong, "-o", "json");

      assertThat(outcome.exitCode()).as(wrong).isEqualTo(2);
      assertThat(outcome.errorCode()).as(wrong).isEqualTo("VALUE_MALFORMED");
    }
    nothingWasSent();
  }

  @Test
  void a_malformed_duration_is_refused_before_anything_is_sent() throws IOException {
    Path file = desk.release("Release.zip", 1000);

    Outcome outcome = desk.run("asset", "upload", file.toString(), "--timeout", "soon");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("'soon' is not a duration such as 90s, 5m or 1h30m");
    nothingWasSent();
  }

  @Test
  void an_upload_address_that_has_expired_ends_with_code_1_and_leaves_no_asset()
      throws IOException {
    Path file = desk.release("Release.zip", 1000);
    desk.emulator.world().changeSettings(it -> it.withSasLifetime(Duration.ofSeconds(-1)));

    Outcome outcome = desk.run("asset", "upload", file.toString(), "-q", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errorCode()).isEqualTo("SAS_EXPIRED");
    assertThat(desk.asset("Release.zip").isCommitted()).isFalse();
  }

  @Test
  void what_lcs_refuses_ends_with_code_1_in_the_words_of_lcs() throws IOException {
    Path file = desk.release("Release.zip", 1000);
    String words = "The asset library is full.";
    desk.emulator
        .faults()
        .add(
            Fault.once(
                "lcs",
                "POST",
                "CreateFileAsset",
                new FaultAction.Answer(
                    400, Map.of(), "{\"IsSuccess\":false,\"Message\":\"" + words + "\"}")));

    Outcome outcome = desk.run("asset", "upload", file.toString(), "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errorCode()).isEqualTo("LCS_REFUSED");
    assertThat(outcome.error().get("message").toString()).contains(words);
  }

  private void refused(String code, Path file) {
    Outcome outcome = desk.run("asset", "upload", file.toString(), "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo(code);
    assertThat(outcome.error().get("message").toString()).contains(file.toString());
    assertThat(outcome.out()).isEmpty();
    nothingWasSent();
  }

  private void nothingWasSent() {
    assertThat(desk.emulator.received().list()).extracting(Received::path).isEmpty();
  }

  /** The command that a message names, as its words after {@code lifeline}. */
  private static String[] command(String message, String beginning) {
    String text = message.replaceAll("\\s+", " ");
    String from = text.substring(text.indexOf(beginning) + "lifeline ".length());
    return from.strip().split(" ");
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
