package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Those who use the hub. */
public final class People {
  private static final String PERSON =
      "select id as person_id, display_name, unique_name, administrator from people ";

  private final Handle handle;

  People(Handle handle) {
    this.handle = handle;
  }

  /** Everybody, by name. */
  public List<Person> list() {
    return handle
        .createQuery(PERSON + "order by unique_key")
        .map((row, context) -> Rows.person(row))
        .list();
  }

  /** The person of that id. */
  public Optional<Person> get(UUID id) {
    return handle
        .createQuery(PERSON + "where id = :id")
        .bind("id", id)
        .map((row, context) -> Rows.person(row))
        .findOne();
  }

  /** The person of that unique name, without regard to case. */
  public Optional<Person> named(String uniqueName) {
    return handle
        .createQuery(PERSON + "where unique_key = :key")
        .bind("key", Names.key(uniqueName))
        .map((row, context) -> Rows.person(row))
        .findOne();
  }

  /** The hash of a person's password; empty for one who has none. */
  public Optional<String> passwordHash(UUID id) {
    return handle
        .createQuery(
            "select password_hash from people where id = :id and password_hash is not null")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Adds one; a unique name that is taken ends the transaction.
   *
   * @param passwordHash null for one who signs in otherwise
   */
  public void add(Person person, @Nullable String passwordHash, Instant now) {
    handle
        .createUpdate(
            "insert into people (id, display_name, unique_name, unique_key, administrator,"
                + " password_hash, created) values (:id, :display, :name, :key, :administrator,"
                + " :hash, :now)")
        .bind("id", person.id())
        .bind("display", person.displayName())
        .bind("name", person.uniqueName())
        .bind("key", Names.key(person.uniqueName()))
        .bind("administrator", person.administrator())
        .bind("hash", passwordHash)
        .bind("now", now)
        .execute();
  }

  /** Sets a person's password; null takes it away. */
  public void setPasswordHash(UUID id, @Nullable String hash) {
    handle
        .createUpdate("update people set password_hash = :hash where id = :id")
        .bind("hash", hash)
        .bind("id", id)
        .execute();
  }

  /** Whether a person may not come in. */
  public boolean isDisabled(UUID id) {
    return handle
            .createQuery("select count(*) from people where id = :id and disabled is not null")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** The ids of those who may not come in. */
  public Set<UUID> disabled() {
    return handle
        .createQuery("select id from people where disabled is not null")
        .mapTo(UUID.class)
        .set();
  }

  /** The ids of those who have a password. */
  public Set<UUID> withPassword() {
    return handle
        .createQuery("select id from people where password_hash is not null")
        .mapTo(UUID.class)
        .set();
  }

  /** Keeps a person out, whatever is sent; what the person has done and owns stays. */
  public void disable(UUID id, Instant now) {
    handle
        .createUpdate("update people set disabled = :now where id = :id and disabled is null")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  /** Lets a person in again. */
  public void enable(UUID id) {
    handle
        .createUpdate("update people set disabled = null where id = :id")
        .bind("id", id)
        .execute();
  }
}
