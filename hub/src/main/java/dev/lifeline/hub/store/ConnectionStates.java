package dev.lifeline.hub.store;

import dev.lifeline.hub.model.ConnectionState;
import dev.lifeline.hub.model.PasswordReminder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is known of the passwords of connections, beside the passwords themselves. */
public final class ConnectionStates {
  /** So that a connection in use does not have its row written for each token. */
  private static final Duration USE_IS_NEWS_AFTER = Duration.ofMinutes(1);

  private final Handle handle;

  ConnectionStates(Handle handle) {
    this.handle = handle;
  }

  /** What is known of a connection. */
  public ConnectionState of(UUID connection) {
    return handle
        .createQuery(
            "select s.since, t.verified, t.problem, t.last_used from connections c"
                + " left join connection_secrets s on s.connection_id = c.id"
                + " left join connection_states t on t.connection_id = c.id where c.id = :id")
        .bind("id", connection)
        .map((row, context) -> state(row))
        .findOne()
        .orElse(new ConnectionState(null, null, null, null));
  }

  /** What is known of the connections that a project knows, by their ids. */
  public Map<UUID, ConnectionState> in(UUID project) {
    Map<UUID, ConnectionState> states = new HashMap<>();
    handle
        .createQuery(
            "select r.connection_id, s.since, t.verified, t.problem, t.last_used"
                + " from connection_projects r"
                + " left join connection_secrets s on s.connection_id = r.connection_id"
                + " left join connection_states t on t.connection_id = r.connection_id"
                + " where r.project_id = :project")
        .bind("project", project)
        .map((row, context) -> Map.entry(Rows.id(row, "connection_id"), state(row)))
        .forEach(each -> states.put(each.getKey(), each.getValue()));
    return states;
  }

  private static ConnectionState state(ResultSet row) throws SQLException {
    return new ConnectionState(
        Rows.timeOrNull(row, "since"),
        Rows.timeOrNull(row, "verified"),
        row.getString("problem"),
        Rows.timeOrNull(row, "last_used"));
  }

  /**
   * A sign-in was tried.
   *
   * @param problem the code of why it failed, or null
   */
  public void verified(UUID connection, Instant now, @Nullable String problem) {
    makeWhereMissing(connection);
    handle
        .createUpdate(
            "update connection_states set verified = :now, problem = :problem"
                + " where connection_id = :id")
        .bind("now", now)
        .bind("problem", problem)
        .bind("id", connection)
        .execute();
  }

  /** A token was asked for and the sign-in for it had been refused, by now or earlier. */
  public void refused(UUID connection, Instant now, String problem) {
    makeWhereMissing(connection);
    handle
        .createUpdate(
            "update connection_states set verified = :now, problem = :problem"
                + " where connection_id = :id and problem is distinct from :problem")
        .bind("now", now)
        .bind("problem", problem)
        .bind("id", connection)
        .execute();
  }

  /** A token was handed out, so that its sign-in works. */
  public void used(UUID connection, Instant now) {
    makeWhereMissing(connection);
    handle
        .createUpdate(
            "update connection_states set last_used = :now, problem = null,"
                + " verified = case when verified is null or problem is not null then :now"
                + " else verified end where connection_id = :id and"
                + " (last_used is null or last_used < :before or problem is not null"
                + " or verified is null)")
        .bind("now", now)
        .bind("before", now.minus(USE_IS_NEWS_AFTER))
        .bind("id", connection)
        .execute();
  }

  /** There is another password, of which nothing is known. */
  public void replaced(UUID connection) {
    handle
        .createUpdate(
            "update connection_states set verified = null, problem = null, reminded = null"
                + " where connection_id = :id")
        .bind("id", connection)
        .execute();
  }

  /** The connections whose password is from before then. */
  public List<PasswordReminder> olderThan(Instant then) {
    return handle
        .createQuery(
            "select c.id, c.organization_id, c.name, s.since from connections c"
                + " join connection_secrets s on s.connection_id = c.id where s.since < :then"
                + " order by s.since, c.id")
        .bind("then", then)
        .map(
            (row, context) ->
                new PasswordReminder(
                    Rows.id(row, "id"),
                    Rows.id(row, "organization_id"),
                    Rows.text(row, "name"),
                    Rows.time(row, "since")))
        .list();
  }

  /** When the oldest password was given; empty when there is none. */
  public Optional<Instant> oldestPassword() {
    return handle
        .createQuery("select since from connection_secrets order by since fetch first 1 row only")
        .map((row, context) -> Rows.time(row, "since"))
        .findOne();
  }

  /**
   * Takes it upon the caller to remind of a password.
   *
   * @param again when the last reminder has to be from before, if there was one
   * @return whether it is the caller's to do: of several nodes, one gets it
   */
  public boolean remind(UUID connection, Instant now, Instant again) {
    makeWhereMissing(connection);
    return handle
            .createUpdate(
                "update connection_states set reminded = :now where connection_id = :id"
                    + " and (reminded is null or reminded <= :again)")
            .bind("now", now)
            .bind("again", again)
            .bind("id", connection)
            .execute()
        == 1;
  }

  private void makeWhereMissing(UUID connection) {
    handle
        .createUpdate(
            "insert into connection_states (connection_id)"
                + " select id from connections where id = :id on conflict do nothing")
        .bind("id", connection)
        .execute();
  }
}
