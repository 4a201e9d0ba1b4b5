package dev.lifeline.hub.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The secrets of connections, as ciphertext. */
public final class SealedSecrets {
  private final Handle handle;

  SealedSecrets(Handle handle) {
    this.handle = handle;
  }

  /**
   * A secret as it is stored.
   *
   * @param text ciphertext, base64
   * @param since when it was given
   */
  public record Sealed(String text, Instant since) {}

  /** The secret of a connection. */
  public Optional<Sealed> of(UUID connection) {
    return handle
        .createQuery("select sealed, since from connection_secrets where connection_id = :id")
        .bind("id", connection)
        .map((row, context) -> new Sealed(Rows.text(row, "sealed"), Rows.time(row, "since")))
        .findOne();
  }

  /** Every secret, by the connection's id. */
  public Map<UUID, Sealed> all() {
    Map<UUID, Sealed> all = new LinkedHashMap<>();
    handle
        .createQuery("select connection_id, sealed, since from connection_secrets")
        .map(
            (row, context) ->
                Map.entry(
                    Rows.id(row, "connection_id"),
                    new Sealed(Rows.text(row, "sealed"), Rows.time(row, "since"))))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  /** Stores a secret, in place of the one before. */
  public void put(UUID connection, Sealed sealed) {
    handle
        .createUpdate("delete from connection_secrets where connection_id = :id")
        .bind("id", connection)
        .execute();
    handle
        .createUpdate(
            "insert into connection_secrets (connection_id, sealed, since)"
                + " values (:id, :sealed, :since)")
        .bind("id", connection)
        .bind("sealed", sealed.text())
        .bind("since", sealed.since())
        .execute();
  }
}
