package dev.lifeline.hub.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The keys that secrets are encrypted with, themselves encrypted. */
public final class Keysets {
  private static final String NAME = "secrets";

  private final Handle handle;

  Keysets(Handle handle) {
    this.handle = handle;
  }

  /**
   * A keyset as it is stored.
   *
   * @param text ciphertext, base64
   * @param version counts up with each change
   */
  public record Stored(String text, int version) {}

  /** The keyset; nobody else changes it, or seals with it, until the transaction ends. */
  public Optional<Stored> lock() {
    return read(" for update");
  }

  /** The keyset. */
  public Optional<Stored> get() {
    return read("");
  }

  /** When the keyset was made, or replaced last. */
  public Optional<Instant> changed() {
    return handle
        .createQuery("select changed from keysets where name = :name")
        .bind("name", NAME)
        .map((row, context) -> Rows.time(row, "changed"))
        .findOne();
  }

  /** Adds the first one; when there is one, that ends the transaction. */
  public void add(Stored keyset, Instant now) {
    write(
        "insert into keysets (name, sealed, version, changed)"
            + " values (:name, :sealed, :version, :now)",
        keyset,
        now);
  }

  /** Replaces the keyset. */
  public void replace(Stored keyset, Instant now) {
    write(
        "update keysets set sealed = :sealed, version = :version, changed = :now where name = :name",
        keyset,
        now);
  }

  private Optional<Stored> read(String lock) {
    return handle
        .createQuery("select sealed, version from keysets where name = :name" + lock)
        .bind("name", NAME)
        .map((row, context) -> new Stored(Rows.text(row, "sealed"), row.getInt("version")))
        .findOne();
  }

  private void write(String sql, Stored keyset, Instant now) {
    handle
        .createUpdate(sql)
        .bind("name", NAME)
        .bind("sealed", keyset.text())
        .bind("version", keyset.version())
        .bind("now", now)
        .execute();
  }
}
