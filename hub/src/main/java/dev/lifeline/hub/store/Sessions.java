package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The sessions of people, by the hashes of their cookies; of people who may come in. */
public final class Sessions {
  private static final Duration PRECISION = Duration.ofMinutes(1);
  private static final String SESSION =
      "select s.id, s.began, s.last_used, s.address, s.agent, s.way, s.person_id, p.display_name,"
          + " p.unique_name, p.administrator from sessions s join people p on p.id = s.person_id"
          + " where p.disabled is null and ";

  private final Handle handle;

  Sessions(Handle handle) {
    this.handle = handle;
  }

  /** Adds one, and forgets those that are over for good. */
  public void add(Session session, String hash) {
    handle
        .createUpdate("delete from sessions where began < :oldest or last_used < :idle")
        .bind("oldest", session.began().minus(Session.LONGEST))
        .bind("idle", session.began().minus(Session.IDLE))
        .execute();
    handle
        .createUpdate(
            "insert into sessions (id, hash, person_id, began, last_used, address, agent, way)"
                + " values (:id, :hash, :person, :began, :used, :address, :agent, :way)")
        .bind("id", session.id())
        .bind("hash", hash)
        .bind("person", session.person().id())
        .bind("began", session.began())
        .bind("used", session.lastUsed())
        .bind("address", session.origin().address())
        .bind("agent", session.origin().agent())
        .bind("way", session.origin().way().name())
        .execute();
  }

  /** The session with that hash, good or not. */
  public Optional<Session> withHash(String hash) {
    return handle
        .createQuery(SESSION + "s.hash = :hash")
        .bind("hash", hash)
        .map((row, context) -> session(row))
        .findOne();
  }

  /** A person's sessions, the latest used first. */
  public List<Session> of(UUID person) {
    return handle
        .createQuery(SESSION + "s.person_id = :person order by s.last_used desc")
        .bind("person", person)
        .map((row, context) -> session(row))
        .list();
  }

  /** Remembers a use, if the last one that is remembered is older than a minute. */
  public void used(Session session, Instant now) {
    if (session.lastUsed().plus(PRECISION).isBefore(now)) {
      handle
          .createUpdate("update sessions set last_used = :now where id = :id")
          .bind("now", now)
          .bind("id", session.id())
          .execute();
    }
  }

  /**
   * Ends one of a person's sessions.
   *
   * @return whether there was one
   */
  public boolean end(UUID person, UUID id) {
    return handle
            .createUpdate("delete from sessions where id = :id and person_id = :person")
            .bind("id", id)
            .bind("person", person)
            .execute()
        > 0;
  }

  /** Ends all sessions of a person. */
  public void endAll(UUID person) {
    handle
        .createUpdate("delete from sessions where person_id = :person")
        .bind("person", person)
        .execute();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        Rows.id(row, "id"),
        Rows.person(row),
        Rows.time(row, "began"),
        Rows.time(row, "last_used"),
        new Session.Origin(
            Rows.text(row, "address"),
            Rows.text(row, "agent"),
            Session.Way.valueOf(Rows.text(row, "way"))));
  }
}
