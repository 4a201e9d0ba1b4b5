package dev.lifeline.hub.store;

import dev.lifeline.hub.store.SealedSecrets.Sealed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Secrets that belong to no connection, as ciphertext, by a name that says what they are of. */
public final class SealedTexts {
  private final Handle handle;

  SealedTexts(Handle handle) {
    this.handle = handle;
  }

  /** The secret of that name. */
  public Optional<Sealed> get(String name) {
    return handle
        .createQuery("select sealed, since from sealed_texts where name = :name")
        .bind("name", name)
        .map((row, context) -> new Sealed(Rows.text(row, "sealed"), Rows.time(row, "since")))
        .findOne();
  }

  /** Every secret, by its name. */
  public Map<String, Sealed> all() {
    Map<String, Sealed> all = new LinkedHashMap<>();
    handle
        .createQuery("select name, sealed, since from sealed_texts")
        .map(
            (row, context) ->
                Map.entry(
                    Rows.text(row, "name"),
                    new Sealed(Rows.text(row, "sealed"), Rows.time(row, "since"))))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  /** Stores a secret, in place of the one before. */
  public void put(String name, Sealed sealed) {
    remove(name);
    handle
        .createUpdate(
            "insert into sealed_texts (name, sealed, since) values (:name, :sealed, :since)")
        .bind("name", name)
        .bind("sealed", sealed.text())
        .bind("since", sealed.since())
        .execute();
  }

  /** Erases a secret; nothing happens when there is none. */
  public void remove(String name) {
    handle.createUpdate("delete from sealed_texts where name = :name").bind("name", name).execute();
  }
}
