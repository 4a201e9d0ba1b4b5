package dev.lifeline.hub.backup;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.DatabaseAddress;
import dev.lifeline.hub.store.TableRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip of a file a table, a row a line as JSON, and {@code backup.json}, which says what should be
 * there. Secrets are in it as they are in the database: encrypted, without their key. Takes no more
 * memory for a large database than for a small one.
 */
public final class Backup {
  private static final int FORMAT = 1;
  private static final String MANIFEST = "backup.json";
  private static final String LINES = ".jsonl";

  private Backup() {}

  /**
   * Writes everything that is in a database at this moment; hubs may go on using it.
   *
   * @throws IOException when it cannot be written
   */
  public static Manifest write(Database database, OutputStream stream, Instant now)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
    Map<String, Long> rows = new LinkedHashMap<>();
    Map<String, Long> counters = new LinkedHashMap<>();
    try {
      database.inSnapshot(
          tables -> {
            tables.tables().forEach(table -> write(tables, table, zip, rows, counters));
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Manifest manifest =
        new Manifest(FORMAT, database.schemaVersion(), now.toString(), rows, counters);
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(Json.writeIndented(manifest).getBytes(StandardCharsets.UTF_8));
    zip.finish();
    return manifest;
  }

  /**
   * What a backup says of itself.
   *
   * @throws LifelineException BACKUP_UNUSABLE
   */
  public static Manifest read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      return manifest(file, zip);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Fills an empty database with a backup: all of it, or nothing.
   *
   * @throws LifelineException BACKUP_UNUSABLE; DATABASE_UNUSABLE
   */
  public static Manifest restore(Path file, DatabaseAddress address) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      Manifest manifest = manifest(file, zip);
      String schema = String.valueOf(manifest.schema());
      try (Database database = Database.openAt(address, schema)) {
        if (!database.schemaVersion().equals(schema)) {
          throw unusable(file, "it was made by another version of Lifeline")
              .why("Its schema is " + schema + ", the database's " + database.schemaVersion() + ".")
              .fix("restore it with the Lifeline that made it or a newer one, into a new database")
              .raise();
        }
        Map<String, Set<Object>> fresh = fresh(schema, zip);
        database.fill(
            tables -> {
              requireFresh(tables, fresh);
              fill(tables, manifest, file, zip);
            });
      }
      Database.open(address).close(); // brings the schema up to date
      return manifest;
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(file, e);
    }
  }

  private static void write(
      TableRows tables,
      String table,
      ZipOutputStream zip,
      Map<String, Long> rows,
      Map<String, Long> counters) {
    @Nullable String counter = tables.counter(table);
    try {
      zip.putNextEntry(new ZipEntry(table + LINES));
      long count =
          tables.read(
              table,
              row -> {
                line(zip, row);
                if (counter != null && row.get(counter) instanceof Long number) {
                  counters.merge(table, number, Math::max);
                }
              });
      rows.put(table, count);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(ZipOutputStream zip, Map<String, @Nullable Object> row) {
    try {
      zip.write((Json.write(row) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows with which a schema begins, before anybody has used it. */
  private static Map<String, Set<Object>> fresh(String schema, ZipFile zip) {
    String name = "backup" + System.identityHashCode(zip);
    try (Database database = Database.openAt(DatabaseAddress.inMemory(name), schema)) {
      return database.inSnapshot(
          tables -> {
            Map<String, Set<Object>> rows = new HashMap<>();
            tables.tables().forEach(table -> rows.put(table, all(tables, table)));
            return rows;
          });
    }
  }

  private static void requireFresh(TableRows tables, Map<String, Set<Object>> fresh) {
    for (String table : tables.tables()) {
      Set<Object> begun = fresh.getOrDefault(table, Set.of());
      if (tables.size(table) != begun.size() || !all(tables, table).equals(begun)) {
        throw Problem.of(ProblemCode.BACKUP_UNUSABLE, "the database is not empty")
            .why("A restored hub is the one of the backup, and nothing of another one.")
            .fix("name a database that is new with --database-url, or another --home")
            .raise();
      }
    }
  }

  private static Set<Object> all(TableRows tables, String table) {
    Set<Object> rows = new HashSet<>();
    tables.read(table, rows::add);
    return rows;
  }

  private static void fill(TableRows tables, Manifest manifest, Path file, ZipFile zip) {
    // first, since H2 ends the transaction with it; nobody counts while nothing is there
    for (String table : tables.tables()) {
      Long last = manifest.counters().get(table);
      if (last != null) {
        tables.count(table, last + 1);
      }
    }
    for (String table : tables.tables()) {
      if (tables.size(table) > 0) {
        tables.clear(table); // what the schema begins with
      }
    }
    Map<String, Long> filled = new HashMap<>();
    for (String table : tables.tables()) {
      filled.put(table, fill(tables, table, file, zip));
    }
    if (!filled.equals(manifest.rows())) {
      throw damaged(file, "Rows are missing, or there are more than it says.");
    }
  }

  private static long fill(TableRows tables, String table, Path file, ZipFile zip) {
    ZipEntry entry = zip.getEntry(table + LINES);
    if (entry == null) {
      throw damaged(file, "The table " + table + " is missing.");
    }
    try (InputStream stream = zip.getInputStream(entry);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      long[] count = {0};
      Iterator<Map<?, ?>> rows =
          lines
              .lines()
              .<Map<?, ?>>map(
                  line -> {
                    count[0]++;
                    return Json.read(line, Map.class)
                        .orElseThrow(() -> damaged(file, "A line of " + table + " is no JSON."));
                  })
              .iterator();
      tables.insert(table, rows);
      return count[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw damaged(file, "It has no " + MANIFEST + ".");
    }
    try (InputStream stream = zip.getInputStream(entry)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Json.read(text, Manifest.class)
          .filter(each -> each.format() == FORMAT && each.schema() != null)
          .orElseThrow(() -> damaged(file, "Its " + MANIFEST + " is not one of this version."));
    }
  }

  private static LifelineException damaged(Path file, String why) {
    return unusable(file, "it is damaged, or no backup of a hub")
        .why(why)
        .fix("restore a whole file that lifeline hub backup wrote")
        .raise();
  }

  private static LifelineException unreadable(Path file, Exception cause) {
    return unusable(file, "it cannot be read")
        .fix("restore a whole file that lifeline hub backup wrote")
        .raise(cause);
  }

  private static Problem unusable(Path file, String what) {
    return Problem.of(
        ProblemCode.BACKUP_UNUSABLE, "the backup '" + file + "' cannot be used: " + what);
  }
}
