package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetDownloadTest {
  @TempDir private Path folder;
  private Desk desk;
  private Path target;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
    target = folder.resolve("target");
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void a_file_comes_back_as_it_went() throws IOException {
    Path file = desk.release("Release.zip", 5_000_000);
    String id = desk.upload(file);

    Outcome outcome = download("--id", id);

    assertThat(target.resolve("Release.zip")).hasSameBinaryContentAs(file);
    assertThat(outcome.succeeded().out())
        .contains("downloaded 'Release.zip', 4.8 MiB", "file    " + target.resolve("Release.zip"));
  }

  @Test
  void in_json_the_fields_are_those_of_the_contract() {
    String id = desk.assetId("contoso-release-1.zip");

    Outcome outcome = download("--id", id, "-o", "json");

    Map<String, Object> row = outcome.succeeded().rows().get(0);
    assertThat(row)
        .containsOnlyKeys("assetId", "name", "path", "sizeBytes", "sha256")
        .containsEntry("assetId", id)
        .containsEntry("name", "Contoso release 1")
        .containsEntry("path", target.resolve("contoso-release-1.zip").toString());
  }

  @Test
  void several_ids_are_given_one_by_one_or_with_semicolons() throws IOException {
    String release = desk.assetId("contoso-release-1.zip");
    String invalid = desk.assetId("contoso-invalid.zip");
    String model = desk.assetId("ContosoModel.axmodel");

    download("--id", release + "; " + invalid, "--id", model).succeeded();

    assertThat(files())
        .containsExactlyInAnyOrder(
            "contoso-release-1.zip", "contoso-invalid.zip", "ContosoModel.axmodel");
  }

  @Test
  void a_type_and_a_pattern_find_every_match() throws IOException {
    download("--type", "software-deployable-package", "--name", "contoso*").succeeded();

    assertThat(files()).containsExactlyInAnyOrder("contoso-release-1.zip", "contoso-invalid.zip");
  }

  @Test
  void latest_takes_the_newest_match_only() throws IOException {
    desk.time.advance(Duration.ofMinutes(1));
    desk.upload(desk.release("Contoso release 2.zip", 1000));

    download("--type", "10", "--name", "contoso*", "--latest").succeeded();

    assertThat(files()).containsExactly("Contoso release 2.zip");
  }

  @Test
  void shared_looks_in_the_shared_library() throws IOException {
    download("--type", "software-deployable-package", "--shared").succeeded();

    assertThat(files()).containsExactly("shared-hotfix.zip");
  }

  @Test
  void no_match_ends_with_code_4() {
    Outcome outcome = download("--type", "model", "--name", "x*", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.errorCode()).isEqualTo("ASSET_NOT_FOUND");
  }

  @Test
  void a_target_that_exists_is_left_as_it_is_and_no_byte_is_fetched() throws IOException {
    Files.createDirectory(target);
    Files.writeString(target.resolve("contoso-invalid.zip"), "mine");

    Outcome outcome = download("--type", "10", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("TARGET_EXISTS");
    assertThat(files()).containsExactly("contoso-invalid.zip");
    assertThat(target.resolve("contoso-invalid.zip")).hasContent("mine");
    assertThat(desk.received("blob")).isEmpty();
  }

  @Test
  void overwrite_replaces_it() throws IOException {
    Files.createDirectory(target);
    Path file = Files.writeString(target.resolve("contoso-release-1.zip"), "old");

    download("--id", desk.assetId("contoso-release-1.zip"), "--overwrite").succeeded();

    assertThat(file).hasSize(desk.asset("contoso-release-1.zip").sizeBytes());
    assertThat(files()).hasSize(1);
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_refused() throws IOException {
    Files.writeString(target, "a file");

    Outcome outcome = download("--id", desk.assetId("contoso-release-1.zip"), "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("TARGET_NOT_WRITABLE");
    assertThat(target).hasContent("a file");
  }

  @Test
  void what_to_download_has_to_be_said_and_in_one_way() {
    List<List<String>> wrong =
        List.of(
            List.of(),
            List.of("--id", ";"),
            List.of("--name", "x"),
            List.of("--latest"),
            List.of("--id", "00000000-0000-0000-0000-000000000001", "--type", "model"));

    for (List<String> arguments : wrong) {
      Outcome outcome = download(arguments.toArray(String[]::new));

      assertThat(outcome.exitCode()).as(arguments.toString()).isEqualTo(2);
    }
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_malformed_id_among_good_ones_is_refused_before_anything_is_sent() {
    Outcome outcome =
        download("--id", desk.assetId("contoso-release-1.zip") + ";xyz", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("VALUE_MALFORMED");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void when_one_of_several_fails_it_says_how_to_fetch_the_rest() throws IOException {
    desk.emulator
        .faults()
        .add(
            Fault.once("blob", "GET", "", new FaultAction.Answer(404, Map.of(), ""))
                .after(1)
                .times(1));

    Outcome outcome = download("--type", "10", "--name", "contoso*");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(files()).hasSize(1);
    String text = outcome.err().replaceAll("\\s+", " ").replace("\"", "").strip();
    String command = text.substring(text.lastIndexOf("lifeline asset download") + 9);
    desk.run(command.split(" ")).succeeded();
    assertThat(files()).containsExactlyInAnyOrder("contoso-release-1.zip", "contoso-invalid.zip");
  }

  @Test
  void a_hostile_file_name_stays_in_the_folder() throws IOException {
    String id = desk.assetId("contoso-release-1.zip");
    desk.emulator
        .world()
        .changeLifecycle(
            it -> it.with(desk.asset("contoso-release-1.zip").withFileName("../../evil.zip")));

    download("--id", id).succeeded();

    assertThat(files()).containsExactly("evil.zip");
  }

  @Test
  void an_address_that_has_expired_leaves_nothing_behind() throws IOException {
    desk.emulator.world().changeSettings(it -> it.withSasLifetime(Duration.ofSeconds(-1)));

    Outcome outcome = download("--id", desk.assetId("contoso-release-1.zip"), "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errorCode()).isEqualTo("SAS_EXPIRED");
    assertThat(files()).isEmpty();
  }

  @Test
  void a_download_that_is_cut_off_goes_on_where_it_was() throws IOException {
    Path file = desk.release("Release.zip", 2_000_000);
    String id = desk.upload(file);
    desk.emulator.faults().add(Fault.once("blob", "GET", "", new FaultAction.Truncate(1_000_000)));

    Outcome outcome = download("--id", id);

    assertThat(outcome.succeeded().err()).contains("trying again in");
    assertThat(target.resolve("Release.zip")).hasSameBinaryContentAs(file);
  }

  private Outcome download(String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of("asset", "download", "--to", target.toString()), Stream.of(arguments))
            .toArray(String[]::new);
    return desk.run(all);
  }

  private List<String> files() throws IOException {
    if (!Files.exists(target)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(target)) {
      return found.map(path -> path.getFileName().toString()).toList();
    }
  }
}
