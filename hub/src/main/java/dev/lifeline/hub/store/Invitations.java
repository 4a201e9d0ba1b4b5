package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What people set their first password with, by their hashes: one a person. */
public final class Invitations {
  private final Handle handle;

  Invitations(Handle handle) {
    this.handle = handle;
  }

  /** Makes this the person's only one. */
  public void put(UUID person, String hash, Instant expires) {
    handle
        .createUpdate("delete from invitations where person_id = :person")
        .bind("person", person)
        .execute();
    handle
        .createUpdate(
            "insert into invitations (hash, person_id, expires) values (:hash, :person, :expires)")
        .bind("hash", hash)
        .bind("person", person)
        .bind("expires", expires)
        .execute();
  }

  /** Who is invited with it; empty when it is not good, or the person may not come in. */
  public Optional<Person> invited(String hash, Instant now) {
    return handle
        .createQuery(
            "select p.id as person_id, p.display_name, p.unique_name, p.administrator"
                + " from invitations i join people p on p.id = i.person_id"
                + " where i.hash = :hash and i.expires > :now and p.disabled is null")
        .bind("hash", hash)
        .bind("now", now)
        .map((row, context) -> Rows.person(row))
        .findOne();
  }

  /**
   * Uses one up.
   *
   * @return whether it was good; of two at once, one is told so
   */
  public boolean take(String hash, Instant now) {
    return handle
            .createUpdate("delete from invitations where hash = :hash and expires > :now")
            .bind("hash", hash)
            .bind("now", now)
            .execute()
        > 0;
  }
}
