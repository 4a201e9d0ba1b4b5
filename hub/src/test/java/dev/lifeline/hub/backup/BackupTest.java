package dev.lifeline.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.DatabaseAddress;
import dev.lifeline.hub.store.DatabaseKind;
import dev.lifeline.hub.store.Samples;
import dev.lifeline.hub.store.SealedSecrets.Sealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupTest {
  @TempDir private Path folder;
  private final List<Database> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Database::close);
  }

  @ParameterizedTest
  @CsvSource({"H2,H2", "H2,POSTGRESQL", "POSTGRESQL,H2", "POSTGRESQL,POSTGRESQL"})
  void every_row_of_every_table_comes_back(DatabaseKind from, DatabaseKind to) throws Exception {
    Database source = filled(from);
    DatabaseAddress address = to.fresh();
    Database held = hold(to, address);

    Manifest written = backup(source, "hub.zip");
    Manifest restored = Backup.restore(folder.resolve("hub.zip"), address);

    Database target = open(address);
    assertThat(rows(target)).isEqualTo(rows(source));
    assertThat(restored).isEqualTo(written);
    assertThat(written.rows().keySet()).contains("connections", "audit_log", "connection_states");
    assertThat(held).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"H2,POSTGRESQL", "POSTGRESQL,H2"})
  void the_audit_log_goes_on_after_a_restore(DatabaseKind from, DatabaseKind to) throws Exception {
    DatabaseAddress address = to.fresh();
    hold(to, address);
    backup(filled(from), "hub.zip");
    Backup.restore(folder.resolve("hub.zip"), address);

    Database target = open(address);
    target.change(tables -> tables.audit().add(entry("after")));

    target.change(
        tables ->
            assertThat(tables.audit().list(Long.MAX_VALUE, 10))
                .extracting(each -> each.entry().subject())
                .containsExactly("after", "second", "first"));
  }

  @Test
  void a_backup_is_its_owners_alone_and_never_replaces_a_file() throws Exception {
    Database source = filled(DatabaseKind.H2);
    backup(source, "hub.zip");
    Path file = folder.resolve("hub.zip");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> new NewFile(file)).satisfies(BackupTest::isUnusable);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_database_with_something_in_it_is_left_alone() throws Exception {
    backup(filled(DatabaseKind.H2), "hub.zip");
    DatabaseAddress address = DatabaseKind.H2.fresh();
    Database other = open(address);
    Samples.addTo(other);
    Map<String, List<Map<String, Object>>> before = rows(other);

    assertThatThrownBy(() -> Backup.restore(folder.resolve("hub.zip"), address))
        .satisfies(BackupTest::isUnusable);

    assertThat(rows(other)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"H2", "POSTGRESQL"})
  void of_a_damaged_backup_nothing_is_restored(DatabaseKind kind) throws Exception {
    backup(filled(kind), "hub.zip");
    Path file = folder.resolve("hub.zip");
    Path cut = folder.resolve("cut.zip");
    byte[] content = Files.readAllBytes(file);
    Files.write(cut, Arrays.copyOf(content, content.length / 2));
    Path less = folder.resolve("less.zip");
    Files.copy(file, less);
    try (var zip = java.nio.file.FileSystems.newFileSystem(less)) {
      Files.writeString(zip.getPath("/people.jsonl"), "");
    }
    DatabaseAddress address = kind.fresh();
    hold(kind, address);

    for (Path each : List.of(cut, less, folder.resolve("nowhere.zip"))) {
      assertThatThrownBy(() -> Backup.restore(each, address)).isInstanceOf(RuntimeException.class);
    }

    Database target = open(address);
    assertThat(rows(target)).isEqualTo(rows(open(kind.fresh())));
    Backup.restore(file, address);
    assertThat(rows(target).get("people")).hasSize(1);
  }

  @Test
  void a_backup_of_a_newer_lifeline_is_refused() throws Exception {
    backup(filled(DatabaseKind.H2), "hub.zip");
    Path file = folder.resolve("hub.zip");
    try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
      Path manifest = zip.getPath("/backup.json");
      String text = Files.readString(manifest);
      Files.writeString(
          manifest, text.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"9999\""));
    }

    assertThatThrownBy(() -> Backup.restore(file, DatabaseKind.H2.fresh()))
        .satisfies(BackupTest::isUnusable)
        .hasMessageContaining("another version");
  }

  private static void isUnusable(Throwable failure) {
    assertThat(((LifelineException) failure).code()).isEqualTo(ProblemCode.BACKUP_UNUSABLE);
  }

  private Database filled(DatabaseKind kind) {
    Database database = open(kind.fresh());
    Samples.addTo(database);
    Connection connection = Samples.connection("LCS main");
    database.change(
        tables -> {
          tables.connections().add(connection);
          tables.secrets().put(connection.id(), new Sealed("c2VhbGVk", Samples.NOW));
          tables.states().verified(connection.id(), Samples.NOW, "PASSWORD_WRONG");
          tables.executions().add(Samples.FINANCE.id(), connection.id(), "{\"a\": \"ä\\n\"}");
          tables.audit().add(entry("first"));
          tables.audit().add(entry("second"));
        });
    return database;
  }

  private static AuditEntry entry(String subject) {
    return new AuditEntry(Samples.NOW, "tested", null, null, null, AuditEntry.About.HUB, subject);
  }

  /** A database in memory is there as long as somebody has it open. */
  private Database hold(DatabaseKind kind, DatabaseAddress address) {
    return kind == DatabaseKind.H2 ? open(address) : open(kind.fresh());
  }

  private Database open(DatabaseAddress address) {
    Database database = Database.open(address);
    open.add(database);
    return database;
  }

  private Manifest backup(Database database, String name) throws IOException {
    new NewFile(folder.resolve(name)).write(stream -> Backup.write(database, stream, Samples.NOW));
    return Backup.read(folder.resolve(name));
  }

  private static Map<String, List<Map<String, Object>>> rows(Database database) {
    Map<String, List<Map<String, Object>>> all = new TreeMap<>();
    database.inSnapshot(
        tables -> {
          for (String table : tables.tables()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            tables.read(table, rows::add);
            rows.sort(java.util.Comparator.comparing(Object::toString));
            all.put(table, rows);
          }
          return all;
        });
    return all;
  }
}
