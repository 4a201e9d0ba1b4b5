package dev.lifeline.hub.engine;

import java.util.concurrent.atomic.LongAdder;

/** What this node has done since it was started. Thread-safe. */
public final class Counts {
  private final LongAdder looks = new LongAdder();
  private final LongAdder spared = new LongAdder();

  void looked(int waiting) {
    looks.increment();
    spared.add(waiting - 1L);
  }

  /** How often LCS was asked where an operation stands. */
  public long looks() {
    return looks.sum();
  }

  /** How often it was not asked, because another run was waiting for the same. */
  public long spared() {
    return spared.sum();
  }
}
