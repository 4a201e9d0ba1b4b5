package dev.lifeline.hub.store;

import dev.lifeline.hub.model.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The audit log, to which rows are added and never anything else; the database sees to that. */
public final class AuditLog {
  private static final int LONGEST_SUBJECT = 512;

  private final Handle handle;

  AuditLog(Handle handle) {
    this.handle = handle;
  }

  /**
   * A row with its number.
   *
   * @param number counts up, with gaps
   */
  public record Numbered(long number, AuditEntry entry) {}

  /** Adds a row; it counts when the transaction does. */
  public void add(AuditEntry entry) {
    addAll(List.of(entry));
  }

  /** Adds rows at once; they count when the transaction does. */
  public void addAll(List<AuditEntry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into audit_log (happened, action, person_id, token_id, address,"
                + " organization_id, project_id, connection_id, subject) values (:happened,"
                + " :action, :person, :token, :address, :organization, :project, :connection,"
                + " :subject)");
    for (AuditEntry entry : entries) {
      String subject = entry.subject();
      batch
          .bind("happened", entry.happened())
          .bind("action", entry.action())
          .bind("person", Rows.maybe(entry.person()))
          .bind("token", Rows.maybe(entry.token()))
          .bind("address", entry.address())
          .bind("organization", Rows.maybe(entry.about().organization()))
          .bind("project", Rows.maybe(entry.about().project()))
          .bind("connection", Rows.maybe(entry.about().connection()))
          .bind("subject", subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)))
          .add();
    }
    batch.execute();
  }

  /**
   * Rows, the newest first.
   *
   * @param below only rows with a number below this one
   * @param most how many
   */
  public List<Numbered> list(long below, int most) {
    return handle
        .createQuery(
            "select * from audit_log where number < :below order by number desc"
                + " fetch first :most rows only")
        .bind("below", below)
        .bind("most", most)
        .map((row, context) -> new Numbered(row.getLong("number"), entry(row)))
        .list();
  }

  /**
   * What is looked for.
   *
   * @param action the beginning of an action, or empty for all
   * @param person who did it, or null for all
   * @param subject a part of what it was done to, without regard to case, or empty for all
   */
  public record Filter(String action, @Nullable UUID person, String subject) {
    private static String part(String text) {
      return text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }
  }

  /** As {@link #list(long, int)}, of those only that are looked for. */
  public List<Numbered> list(Filter filter, long below, int most) {
    return handle
        .createQuery(
            "select * from audit_log where number < :below and action like :action escape '!'"
                + " and lower(subject) like :subject escape '!'"
                + (filter.person() == null ? "" : " and person_id = :person")
                + " order by number desc fetch first :most rows only")
        .bind("below", below)
        .bind("action", Filter.part(filter.action()) + "%")
        .bind("subject", "%" + Filter.part(filter.subject()) + "%")
        .bindMap(filter.person() == null ? Map.of() : Map.of("person", filter.person()))
        .bind("most", most)
        .map((row, context) -> new Numbered(row.getLong("number"), entry(row)))
        .list();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        Rows.time(row, "happened"),
        Rows.text(row, "action"),
        Rows.idOrNull(row, "person_id"),
        Rows.idOrNull(row, "token_id"),
        row.getString("address"),
        new AuditEntry.About(
            Rows.idOrNull(row, "organization_id"),
            Rows.idOrNull(row, "project_id"),
            Rows.idOrNull(row, "connection_id")),
        Rows.text(row, "subject"));
  }
}
