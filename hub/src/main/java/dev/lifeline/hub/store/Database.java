package dev.lifeline.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** The hub's database, its schema up to date. Thread-safe. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** SQL: unique violation, the same in H2 and PostgreSQL. */
  private static final String TAKEN = "23505";

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final String schemaVersion;

  private Database(HikariDataSource pool, String schemaVersion) {
    this.pool = pool;
    this.schemaVersion = schemaVersion;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens the database and brings its schema up to date. Several nodes may do so at once.
   *
   * @throws dev.lifeline.core.problem.LifelineException DATABASE_UNUSABLE
   */
  public static Database open(DatabaseAddress address) {
    return open(address, "latest");
  }

  /**
   * Opens the database and brings its schema up to that version and no further, if it is older.
   *
   * @throws dev.lifeline.core.problem.LifelineException DATABASE_UNUSABLE
   */
  public static Database openAt(DatabaseAddress address, String version) {
    return open(address, version + "?"); // one that this version does not know is no failure
  }

  private static Database open(DatabaseAddress address, String version) {
    HikariDataSource pool = null;
    try {
      pool = pool(address);
      Flyway flyway =
          Flyway.configure(Database.class.getClassLoader())
              .dataSource(pool)
              .locations(migrations("common"), migrations(address.vendor()))
              .target(version)
              .load();
      flyway.migrate();
      MigrationInfo last = Objects.requireNonNull(flyway.info().current());
      return new Database(pool, String.valueOf(last.getVersion()));
    } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      if (pool != null) {
        pool.close();
      }
      throw Problem.of(
              ProblemCode.DATABASE_UNUSABLE, "the database '" + address + "' cannot be used")
          .why(reason(e))
          .fix("check --database-url, that the server runs, and that its user may create tables")
          .fix("without --database-url: only one hub at a time can use the file in its home")
          .fix("to back up a hub that runs, or to change its key, add --hub URL")
          .raise(e);
    }
  }

  /**
   * Reads and writes in one transaction, which counts as a whole or not at all.
   *
   * @throws NameTakenException when something is there already that may be there once only
   */
  public <T extends @Nullable Object> T inTransaction(Function<Tables, T> work) {
    try {
      return jdbi.inTransaction(handle -> work.apply(new Tables(handle)));
    } catch (JdbiException e) {
      if (e.getCause() instanceof SQLException cause && TAKEN.equals(cause.getSQLState())) {
        throw new NameTakenException(e);
      }
      throw e;
    }
  }

  /** As {@link #inTransaction}, without a result. */
  public void change(Consumer<Tables> work) {
    inTransaction(
        tables -> {
          work.accept(tables);
          return Boolean.TRUE;
        });
  }

  /**
   * Returns when everything that was committed is on the disk. PostgreSQL's commits are; H2 writes
   * them within half a second.
   */
  public void flush() {
    if (!isPostgreSql()) {
      jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
    }
  }

  /** The version of its schema. */
  public String schemaVersion() {
    return schemaVersion;
  }

  /** Reads every table as it is at one moment, whatever others write meanwhile. */
  public <T extends @Nullable Object> T inSnapshot(Function<TableRows, T> work) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          handle.setReadOnly(true);
          return work.apply(new TableRows(handle.getConnection()));
        });
  }

  /** Fills the tables in one transaction. */
  public void fill(Consumer<TableRows> work) {
    jdbi.useTransaction(handle -> work.accept(new TableRows(handle.getConnection())));
  }

  /** Its connections, for a library that keeps tables of its own here; they stay the database's. */
  public DataSource dataSource() {
    return pool;
  }

  /** Whether it is PostgreSQL, whose rows can be locked and skipped in one go. */
  public boolean isPostgreSql() {
    return pool.getJdbcUrl().startsWith("jdbc:postgresql:");
  }

  /** Whether it answers. */
  public boolean isUp() {
    try {
      return jdbi.withHandle(handle -> handle.select("select 1").mapTo(Integer.class).one() == 1);
    } catch (JdbiException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariDataSource pool(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setPoolName("hub");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return new HikariDataSource(config);
  }

  private static String migrations(String folder) {
    return "classpath:dev/lifeline/hub/store/migration/" + folder;
  }

  /** What the driver says, which names neither user nor password. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return "It says: " + (message.endsWith(".") ? message : message + ".");
  }
}
