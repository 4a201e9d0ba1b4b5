package dev.lifeline.core.rate;

import dev.lifeline.core.connection.Shelf;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps used calls on a shelf, for all processes, or in the memory of this one. A shelf that cannot
 * be locked or written is left for the memory. Thread-safe.
 */
final class ShelfLedger implements Ledger {
  private static final String NAME = "used.json";

  private final @Nullable Shelf shelf;
  private @Nullable UsedCalls inMemory;

  /** On that shelf, or in memory only. */
  ShelfLedger(@Nullable Shelf shelf) {
    this.shelf = shelf;
    this.inMemory = shelf == null ? new UsedCalls() : null;
  }

  @Override
  public synchronized <R> R change(List<Counter> counters, Function<UsedCalls, R> step) {
    UsedCalls known = inMemory;
    if (known != null || shelf == null) {
      return step.apply(known == null ? new UsedCalls() : known);
    }
    return changeTogether(shelf, step);
  }

  private <R> R changeTogether(Shelf together, Function<UsedCalls, R> step) {
    AtomicReference<@Nullable Changed<R>> done = new AtomicReference<>();
    boolean kept =
        together.change(
            NAME,
            text -> {
              UsedCalls calls = UsedCalls.read(text.orElse(""));
              R result = step.apply(calls);
              done.set(new Changed<>(calls, result));
              return calls.text();
            });
    Changed<R> changed = done.get();
    UsedCalls alone = changed == null ? new UsedCalls() : changed.calls();
    if (!kept) {
      inMemory = alone;
    }
    return changed == null ? step.apply(alone) : changed.result();
  }

  private record Changed<R>(UsedCalls calls, R result) {}
}
