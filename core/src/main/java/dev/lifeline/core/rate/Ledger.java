package dev.lifeline.core.rate;

import dev.lifeline.core.connection.Shelf;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where used calls are kept: on a shelf, for all processes, or in the memory of this one. A shelf
 * that cannot be locked or written is left for the memory. Thread-safe.
 */
public final class Ledger {
  private static final String NAME = "used.json";

  private final @Nullable Shelf shelf;
  private @Nullable UsedCalls inMemory;

  private Ledger(@Nullable Shelf shelf) {
    this.shelf = shelf;
    this.inMemory = shelf == null ? new UsedCalls() : null;
  }

  /** Keeps them for all processes that have that shelf. */
  public static Ledger on(Shelf shelf) {
    return new Ledger(shelf);
  }

  /** Keeps them for as long as this process runs. */
  public static Ledger inMemory() {
    return new Ledger(null);
  }

  /** Changes what is kept, in turn with everybody else. */
  synchronized <R> R change(Function<UsedCalls, R> step) {
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
