package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code asset upload --skip-if-unchanged}. */
class AssetSkipTest {
  @TempDir private Path folder;
  private Desk desk;
  private Path file;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
    file = desk.release("Release.zip", 3000);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void what_was_uploaded_from_here_is_not_sent_again() {
    String id = desk.upload(file);

    Outcome outcome = upload("--skip-if-unchanged");

    assertThat(outcome.succeeded().out())
        .startsWith("skipped 'Release.zip', 2.9 KiB: it is in the library already, uploaded from")
        .contains("asset id  ");
    assertThat(json("--skip-if-unchanged"))
        .containsEntry("skipped", true)
        .containsEntry("unchangedBy", "remembered-hash")
        .hasEntrySatisfying("assetId", it -> assertThat(digits(it)).isEqualTo(digits(id)));
    assertThat(assets()).hasSize(1);
  }

  @Test
  void another_machine_knows_it_by_the_mark_in_the_description() throws IOException {
    Map<String, Object> first = json("--skip-if-unchanged", "--description", "nightly");
    forget();

    Map<String, Object> second = json("--skip-if-unchanged", "--description", "nightly");

    assertThat(first).containsEntry("skipped", false);
    assertThat(second)
        .containsEntry("skipped", true)
        .containsEntry("unchangedBy", "description-marker");
    assertThat(assets()).containsExactly("nightly [sha256:" + first.get("sha256") + "]");
  }

  @Test
  void without_the_option_it_is_sent_and_the_description_stays_as_it_is() {
    json("--description", "nightly");
    json("--description", "nightly");

    assertThat(assets()).containsExactly("nightly", "nightly");
  }

  @Test
  void another_content_under_the_same_name_is_sent() throws IOException {
    json("--skip-if-unchanged");
    byte[] content = Files.readAllBytes(file);
    content[7]++;
    Files.write(file, content);

    assertThat(json("--skip-if-unchanged")).containsEntry("skipped", false);
    assertThat(assets()).hasSize(2);
  }

  @Test
  void the_same_content_under_another_name_or_type_is_sent() {
    json("--skip-if-unchanged");

    assertThat(json("--skip-if-unchanged", "--name", "other")).containsEntry("skipped", false);
    assertThat(json("--skip-if-unchanged", "--no-preflight", "--type", "model"))
        .containsEntry("skipped", false);
  }

  @Test
  void an_asset_that_was_deleted_meanwhile_is_sent_again() {
    String id = desk.upload(file);
    desk.run("asset", "delete", id, "--yes").succeeded();

    assertThat(json("--skip-if-unchanged")).containsEntry("skipped", false);
    assertThat(assets()).hasSize(1);
  }

  @Test
  void a_skipped_asset_is_waited_for_as_well() {
    desk.upload(file);

    assertThat(json("--skip-if-unchanged", "--wait-for-validation"))
        .containsEntry("skipped", true)
        .containsEntry("validation", "Done");
  }

  @Test
  void the_hashes_are_for_their_owner_alone() throws IOException {
    desk.upload(file);

    try (Stream<Path> found = Files.walk(desk.home.resolve("uploads"))) {
      assertThat(found)
          .hasSizeGreaterThan(1)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .endsWith("------"));
    }
  }

  @Test
  void a_damaged_memory_is_no_memory() throws IOException {
    desk.upload(file);
    try (Stream<Path> found = Files.walk(desk.home.resolve("uploads"))) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        Files.writeString(path, "{\"assetId\": \"x\", \"sha256\": 5");
      }
    }

    assertThat(json("--skip-if-unchanged")).containsEntry("skipped", false);
  }

  private Outcome upload(String... options) {
    List<String> arguments = new ArrayList<>(List.of("asset", "upload", file.toString()));
    arguments.addAll(List.of(options));
    return desk.run(arguments.toArray(String[]::new));
  }

  private Map<String, Object> json(String... options) {
    return upload(Stream.concat(Stream.of(options), Stream.of("-o", "json")).toArray(String[]::new))
        .succeeded()
        .json();
  }

  /** The descriptions of the assets that were uploaded. */
  private List<String> assets() {
    return desk.emulator.world().lifecycle().assets().stream()
        .filter(asset -> asset.fileName().equals("Release.zip"))
        .map(asset -> String.valueOf(asset.description()))
        .toList();
  }

  /** What a fresh build agent has: nothing. */
  private void forget() throws IOException {
    try (Stream<Path> found = Files.walk(desk.home.resolve("uploads"))) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String digits(Object id) {
    return id.toString().replace("-", "");
  }
}
