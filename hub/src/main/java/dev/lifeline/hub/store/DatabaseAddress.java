package dev.lifeline.hub.store;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the database is.
 *
 * @param url a JDBC address of H2 or PostgreSQL; may hold a password, so it prints masked
 */
public record DatabaseAddress(String url) {
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

  /**
   * Checks that it is of a database that the hub can use.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public DatabaseAddress {
    if (!url.startsWith(POSTGRESQL) && !url.startsWith("jdbc:h2:")) {
      throw new IllegalArgumentException(
          "the database address does not start with jdbc:postgresql: or jdbc:h2:");
    }
  }

  /** An H2 file in that folder. */
  public static DatabaseAddress in(Path folder) {
    return new DatabaseAddress(
        "jdbc:h2:file:" + folder.toAbsolutePath().resolve("hub") + H2_OPTIONS);
  }

  /** An H2 database in memory, gone when it is closed. */
  public static DatabaseAddress inMemory(String name) {
    return new DatabaseAddress("jdbc:h2:mem:" + name + H2_OPTIONS);
  }

  /** Whether it is PostgreSQL, which several nodes can share. */
  public boolean isPostgreSql() {
    return url.startsWith(POSTGRESQL);
  }

  /** The folder of the migrations that only this kind of database has. */
  String vendor() {
    return isPostgreSql() ? "postgresql" : "h2";
  }

  @Override
  public String toString() {
    int query = url.indexOf(isPostgreSql() ? '?' : ';');
    String address = query < 0 ? url : url.substring(0, query);
    return address.toLowerCase(Locale.ROOT).contains("@")
        ? address.replaceFirst("//[^@]*@", "//***@")
        : address;
  }
}
