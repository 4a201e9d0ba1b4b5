package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.world.Asset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseCommandsTest {
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
  void a_list_is_a_table() throws IOException {
    keep("nightly & weekly");

    List<String> lines = desk.run("database", "list").succeeded().out().lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).matches("NAME +FILE +CREATED \\(UTC\\) +ASSET ID");
    assertThat(lines.get(1)).matches("nightly & weekly +nightly & weekly.bacpac +2.*");
  }

  @Test
  void a_list_in_json_shows_no_address() throws IOException {
    keep("nightly");

    Outcome outcome = desk.run("database", "list", "-o", "json").succeeded();

    assertThat(outcome.rows().get(0))
        .containsOnlyKeys(
            "assetId",
            "name",
            "fileName",
            "fileDescription",
            "projectId",
            "organizationId",
            "createdDateTime",
            "createdByName",
            "modifiedDateTime",
            "modifiedByName");
    assertThat(outcome.out()).doesNotContain("sig=");
  }

  @Test
  void no_backup_is_told() {
    assertThat(desk.run("database", "list", "--name", "x*").succeeded().out())
        .contains("no database backup");
  }

  @Test
  void the_latest_backup_is_downloaded() throws IOException {
    keep("one");
    desk.time.advance(Duration.ofMinutes(5));
    keep("two");

    Map<String, Object> row =
        desk.run("database", "download", "--latest", "--to", folder.toString(), "-o", "json")
            .succeeded()
            .rows()
            .get(0);

    assertThat(row)
        .containsOnlyKeys("assetId", "name", "path", "sizeBytes", "sha256")
        .containsEntry("name", "two");
    assertThat(folder.resolve("two.bacpac")).hasContent("database two");
  }

  @Test
  void a_backup_is_downloaded_by_its_id() throws IOException {
    String id = keep("one");

    assertThat(
            desk.run("database", "download", "--id", id, "--to", folder.toString())
                .succeeded()
                .out())
        .contains("downloaded 'one'", "sha256");
    assertThat(desk.run("database", "download", "--id", id, "--to", folder.toString()).exitCode())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2, USAGE_WRONG, ''",
    "2, USAGE_WRONG, '--id 00000000111122223333444444444444 --latest'",
    "2, VALUE_MALFORMED, '--id nonsense'",
    "4, ASSET_NOT_FOUND, '--id 00000000111122223333444444444444'",
    "4, ASSET_NOT_FOUND, '--name nothing'"
  })
  void what_cannot_be_downloaded_is_told(int exitCode, String code, String options) {
    Outcome outcome = desk.run(("database download -o json " + options).strip().split(" "));

    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(outcome.errorCode()).isEqualTo(code);
  }

  /** Puts a backup into the emulator's library. */
  private String keep(String name) throws IOException {
    Path source = Files.writeString(folder.resolve("source"), "database " + name);
    String id =
        String.valueOf(
            desk.run(
                    "asset",
                    "upload",
                    source.toString(),
                    "--no-preflight",
                    "--name",
                    name,
                    "-o",
                    "json")
                .succeeded()
                .json()
                .get("assetId"));
    Asset asset =
        desk.emulator.world().lifecycle().assets().stream()
            .filter(it -> it.id().toString().replace("-", "").equals(id.replace("-", "")))
            .findFirst()
            .orElseThrow();
    Asset backup =
        new Asset(
            asset.id(),
            asset.project(),
            name,
            name + ".bacpac",
            null,
            Asset.DATABASE_BACKUP,
            asset.sizeBytes(),
            asset.created(),
            asset.committed());
    desk.emulator.world().changeLifecycle(it -> it.with(backup));
    return id;
  }
}
