package dev.lifeline.core.blob;

import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;

/**
 * How many connections carry a file: few at first, more as long as more bring more, fewer for a
 * while when the store throttles (Blob transfer: retry guidance). Thread-safe.
 */
final class Pace {
  private static final int FIRST = 4;
  private static final int MOST = 16;

  /** What one step of growth has to bring, or it was the last one. */
  private static final double WORTHWHILE = 1.15;

  private static final Duration CALM = Duration.ofSeconds(15);

  private final boolean fixed;
  private final Time time;
  private int wanted;
  private boolean grown;
  private Instant stepBegan;
  private int stepPieces;
  private long stepBytes;
  private double rateBefore;
  private Instant calmUntil = Instant.MIN;

  /**
   * @param parallel a fixed number, or 0
   * @param time measures
   */
  Pace(int parallel, Time time) {
    this.fixed = parallel > 0;
    this.time = time;
    this.wanted = fixed ? parallel : FIRST;
    this.stepBegan = time.instant();
  }

  /** How many connections there shall be now, at least 1. */
  synchronized int wanted() {
    return time.instant().isBefore(calmUntil) ? Math.max(1, wanted / 2) : wanted;
  }

  /** A piece has moved. */
  synchronized void moved(long bytes) {
    stepPieces++;
    stepBytes += bytes;
    if (fixed || grown || stepPieces < wanted) {
      return;
    }
    Instant now = time.instant();
    double seconds = Math.max(1e-3, Duration.between(stepBegan, now).toNanos() / 1e9);
    double rate = stepBytes / seconds;
    if (wanted == MOST || rate < rateBefore * WORTHWHILE) {
      grown = true;
      return;
    }
    wanted = Math.min(MOST, wanted * 2);
    rateBefore = rate;
    stepBegan = now;
    stepPieces = 0;
    stepBytes = 0;
  }

  /** The store asked for patience. */
  synchronized void throttled() {
    calmUntil = time.instant().plus(CALM);
  }
}
