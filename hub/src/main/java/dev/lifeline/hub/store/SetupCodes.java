package dev.lifeline.hub.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The codes with which the first administrator comes in, by their hashes. */
public final class SetupCodes {
  private final Handle handle;

  SetupCodes(Handle handle) {
    this.handle = handle;
  }

  /** Makes this the only code. */
  public void put(String hash, Instant expires) {
    handle.createUpdate("delete from setup_codes").execute();
    handle
        .createUpdate("insert into setup_codes (hash, expires) values (:hash, :expires)")
        .bind("hash", hash)
        .bind("expires", expires)
        .execute();
  }

  /** Whether that is the code, and still good. */
  public boolean isGood(String hash, Instant now) {
    return handle
            .createQuery("select count(*) from setup_codes where hash = :hash and expires > :now")
            .bind("hash", hash)
            .bind("now", now)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /**
   * Uses a code up.
   *
   * @return whether it was good; of two at once, one is told so
   */
  public boolean take(String hash, Instant now) {
    return handle
            .createUpdate("delete from setup_codes where hash = :hash and expires > :now")
            .bind("hash", hash)
            .bind("now", now)
            .execute()
        > 0;
  }
}
