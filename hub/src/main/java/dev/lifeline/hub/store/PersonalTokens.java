package dev.lifeline.hub.store;

import dev.lifeline.hub.model.PersonalToken;
import dev.lifeline.hub.model.TokenScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Personal access tokens, by their hashes. */
public final class PersonalTokens {
  private static final Duration PRECISION = Duration.ofMinutes(1);
  private static final String TOKEN =
      "select t.id, t.name, t.scopes, t.created, t.expires, t.last_used, t.revoked, t.person_id,"
          + " p.display_name, p.unique_name, p.administrator"
          + " from access_tokens t join people p on p.id = t.person_id ";

  private final Handle handle;

  PersonalTokens(Handle handle) {
    this.handle = handle;
  }

  /** Adds one. */
  public void add(PersonalToken token, String hash) {
    handle
        .createUpdate(
            "insert into access_tokens (id, person_id, name, hash, scopes, created, expires)"
                + " values (:id, :person, :name, :hash, :scopes, :created, :expires)")
        .bind("id", token.id())
        .bind("person", token.owner().id())
        .bind("name", token.name())
        .bind("hash", hash)
        .bind("scopes", TokenScope.join(token.scopes()))
        .bind("created", token.created())
        .bind("expires", token.expires())
        .execute();
  }

  /** The token with that hash, good or not, of somebody who may come in. */
  public Optional<PersonalToken> withHash(String hash) {
    return handle
        .createQuery(TOKEN + "where t.hash = :hash and p.disabled is null")
        .bind("hash", hash)
        .map((row, context) -> token(row))
        .findOne();
  }

  /** The token of that id. */
  public Optional<PersonalToken> get(UUID id) {
    return handle
        .createQuery(TOKEN + "where t.id = :id")
        .bind("id", id)
        .map((row, context) -> token(row))
        .findOne();
  }

  /** A person's tokens, the newest first. */
  public List<PersonalToken> of(UUID person) {
    return handle
        .createQuery(TOKEN + "where t.person_id = :person order by t.created desc")
        .bind("person", person)
        .map((row, context) -> token(row))
        .list();
  }

  /** Remembers a use, if the last one that is remembered is older than a minute. */
  public void used(PersonalToken token, Instant now) {
    Instant last = token.lastUsed();
    if (last == null || last.plus(PRECISION).isBefore(now)) {
      handle
          .createUpdate("update access_tokens set last_used = :now where id = :id")
          .bind("now", now)
          .bind("id", token.id())
          .execute();
    }
  }

  /** Ends a token; nothing happens to one that was ended before. */
  public void revoke(UUID id, Instant now) {
    handle
        .createUpdate("update access_tokens set revoked = :now where id = :id and revoked is null")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  private static PersonalToken token(ResultSet row) throws SQLException {
    return new PersonalToken(
        Rows.id(row, "id"),
        Rows.person(row),
        Rows.text(row, "name"),
        TokenScope.split(Rows.text(row, "scopes")),
        Rows.time(row, "created"),
        Rows.time(row, "expires"),
        Rows.timeOrNull(row, "last_used"),
        Rows.timeOrNull(row, "revoked"));
  }
}
