package dev.lifeline.core.rate;

import dev.lifeline.core.connection.Shelf;
import java.util.List;
import java.util.function.Function;

/** Where used calls are kept, for all who share the place. Thread-safe. */
public interface Ledger {
  /** Keeps them for all processes that have that shelf. */
  static Ledger on(Shelf shelf) {
    return new ShelfLedger(shelf);
  }

  /** Keeps them for as long as this process runs. */
  static Ledger inMemory() {
    return new ShelfLedger(null);
  }

  /**
   * Changes what is kept, in turn with everybody else who counts on one of these counters. What the
   * step throws passes through; then nothing is changed.
   *
   * @param counters what the step reads and changes; it leaves the others as they are
   * @param step changes the calls; they may hold those of other counters too
   */
  <R> R change(List<Counter> counters, Function<UsedCalls, R> step);
}
