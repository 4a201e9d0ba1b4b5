package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetLibraryTest {
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
  void list_shows_the_packages_of_the_project() {
    Outcome outcome = desk.run("asset", "list");

    assertThat(outcome.succeeded().out())
        .startsWith("NAME ")
        .contains("Contoso release 1", "Contoso broken release")
        .contains(desk.assetId("contoso-release-1.zip").replace("-", ""))
        .doesNotContain("Upgrade release 1", "Contoso model");
  }

  @Test
  void list_gives_json_rows_with_the_names_of_lcs() {
    Outcome outcome = desk.run("asset", "list", "--name", "contoso rel*", "--output", "json");

    List<Map<String, Object>> rows = outcome.succeeded().rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0))
        .containsOnlyKeys(
            "assetId",
            "name",
            "fileName",
            "fileDescription",
            "type",
            "fileType",
            "sizeBytes",
            "modifiedDate",
            "createdDate",
            "version")
        .containsEntry("name", "Contoso release 1")
        .containsEntry("type", "software-deployable-package")
        .containsEntry("fileType", 10);
    assertThat(rows.get(0).get("modifiedDate").toString()).endsWith("Z");
  }

  @Test
  void list_knows_other_types_the_shared_library_and_the_newest() throws IOException {
    desk.time.advance(Duration.ofMinutes(1));
    desk.upload(desk.release("Contoso release 2.zip", 1000));

    assertThat(desk.run("asset", "list", "--type", "MODEL").out()).contains("Contoso model");
    assertThat(desk.run("asset", "list", "--shared").out()).contains("Shared hotfix");
    assertThat(desk.run("asset", "list", "--latest", "-o", "json").rows())
        .extracting(row -> row.get("name"))
        .containsExactly("Contoso release 2.zip");
  }

  @Test
  void a_list_without_a_match_is_no_error() {
    Outcome outcome = desk.run("asset", "list", "--name", "nothing*");

    assertThat(outcome.succeeded().out()).isEqualTo("no asset of that type and name\n");
    assertThat(desk.run("asset", "list", "--name", "nothing*", "-o", "json").rows()).isEmpty();
  }

  @Test
  void show_tells_where_the_validation_stands() {
    Outcome outcome = desk.run("asset", "show", desk.assetId("contoso-invalid.zip"));

    assertThat(outcome.succeeded().out())
        .contains("Name         Contoso broken release", "Validation   Failed");
    assertThat(
            desk.run("asset", "show", desk.assetId("contoso-invalid.zip"), "-o", "json")
                .succeeded()
                .json())
        .containsEntry("displayStatus", "Failed");
  }

  @Test
  void an_asset_that_does_not_exist_ends_with_code_4() {
    Outcome outcome =
        desk.run("asset", "show", "00000000-0000-0000-0000-000000000001", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.errorCode()).isEqualTo("ASSET_NOT_FOUND");
  }

  @Test
  void a_malformed_asset_id_is_refused_before_anything_is_sent() {
    Outcome outcome = desk.run("asset", "show", "12345", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("VALUE_MALFORMED");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_malformed_project_id_is_refused_before_anything_is_sent() {
    for (String wrong : List.of("0", "-5", "12a", "1.5", "99999999999999999999")) {
      Outcome outcome = desk.run("asset", "list", "--project-id=" + wrong, "-o", "json");

      assertThat(outcome.exitCode()).as(wrong).isEqualTo(2);
      assertThat(outcome.errorCode()).as(wrong).isEqualTo("VALUE_MALFORMED");
    }
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void types_lists_the_asset_types_without_a_connection() throws IOException {
    desk.environment.put("LIFELINE_HOME", folder.resolve("nowhere").toString());

    Outcome outcome = desk.run("asset", "types", "-o", "json");

    assertThat(outcome.succeeded().rows())
        .hasSize(11)
        .contains(
            Map.of(
                "type",
                "database-backup",
                "fileType",
                17,
                "name",
                "Database backup",
                "canBeUploaded",
                false));
    assertThat(desk.run("asset", "types").succeeded().out())
        .contains("software-deployable-package          10      Software deployable package");
  }
}
