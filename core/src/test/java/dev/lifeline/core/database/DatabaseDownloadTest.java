package dev.lifeline.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseDownloadTest {
  @TempDir private Path folder;
  private Lab lab;
  private Lifeline lifeline;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    lifeline = lab.lifeline();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void backups_are_found_by_name_the_newest_first() {
    export("nightly 1");
    export("weekly");
    export("nightly 2");

    assertThat(lifeline.databaseBackups().named(Lab.PROJECT, NamePattern.of("Nightly*")))
        .extracting(DatabaseBackup::name)
        .containsExactly("nightly 2", "nightly 1");
  }

  @Test
  void a_backup_is_fetched_whole() throws Exception {
    export("nightly");

    FolderDownload.Fetched fetched = fetch(backups().subList(0, 1)).get(0);

    assertThat(fetched.path()).isEqualTo(folder.resolve("nightly.bacpac"));
    assertThat(Files.size(fetched.path())).isEqualTo(fetched.sizeBytes()).isPositive();
    assertThat(fetched.sha256()).hasSize(64);
  }

  @Test
  void an_address_that_is_old_is_asked_for_anew() {
    export("one");
    export("two");
    List<DatabaseBackup> listed = backups().subList(0, 2);
    lab.emulator.received().clear();
    List<FolderDownload.Fetched> arrived = new ArrayList<>();

    lifeline
        .databaseDownload()
        .run(
            Lab.PROJECT,
            listed,
            new FolderDownload.Destination(folder, false),
            one -> {
              arrived.add(one);
              lab.time.advance(Duration.ofHours(2));
            });

    assertThat(arrived).hasSize(2);
    assertThat(lab.received("lcs", "databases")).hasSize(1);
  }

  @Test
  void an_unknown_backup_is_told() {
    AssetId id = new AssetId("00000000111122223333444444444444");

    assertThat(
            Problems.of(() -> lifeline.databaseBackups().withIds(Lab.PROJECT, List.of(id))).code())
        .isEqualTo(ProblemCode.ASSET_NOT_FOUND);
  }

  private void export(String name) {
    lab.lcs().exportDatabase(Lab.PROJECT, lab.environment("contoso-test"), name);
    lab.time.advance(Duration.ofHours(5));
  }

  private List<DatabaseBackup> backups() {
    return lifeline.databaseBackups().named(Lab.PROJECT, NamePattern.of("*"));
  }

  private List<FolderDownload.Fetched> fetch(List<DatabaseBackup> wanted) {
    List<FolderDownload.Fetched> arrived = new ArrayList<>();
    lifeline
        .databaseDownload()
        .run(Lab.PROJECT, wanted, new FolderDownload.Destination(folder, false), arrived::add);
    return arrived;
  }
}
