package dev.lifeline.hub.run;

import dev.lifeline.hub.store.Tables;
import java.time.Instant;
import java.util.UUID;

/** Where runs wait to be carried on. Thread-safe. */
@FunctionalInterface
public interface RunQueue {
  /** Puts a run there, which counts when the transaction does. */
  void put(Tables tables, UUID run, Instant at);
}
