package dev.lifeline.hub.store;

import org.jdbi.v3.core.Handle;

/** The calls that count against LCS's limits, a text for each counter. */
public final class CallCounts {
  private final Handle handle;

  CallCounts(Handle handle) {
    this.handle = handle;
  }

  /**
   * The text of a counter, empty when it is new; nobody else changes it until the transaction ends.
   * Whoever needs several locks them in the order of their names.
   */
  public String lock(String counter) {
    handle
        .createUpdate(
            "insert into used_calls (counter, calls) values (:counter, '') on conflict do nothing")
        .bind("counter", counter)
        .execute();
    return handle
        .createQuery("select calls from used_calls where counter = :counter for update")
        .bind("counter", counter)
        .mapTo(String.class)
        .one();
  }

  /** Replaces the text of a counter that is locked. */
  public void put(String counter, String text) {
    handle
        .createUpdate("update used_calls set calls = :text where counter = :counter")
        .bind("text", text)
        .bind("counter", counter)
        .execute();
  }
}
