package dev.lifeline.core.blob;

import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many connections carry a file: a few at first; many as soon as one of them has shown that
 * distance holds it up; half of them for a while when the store throttles (Blob transfer: retry
 * guidance). Thread-safe.
 */
final class Pace {
  private static final int FIRST = 8;
  private static final int MOST = 16;

  /** Bytes a second: a connection that carries more is not what holds the file up. */
  private static final double PLENTY = 100e6;

  /** Bytes a second: where one carries less, the line is slow, and many would only share it. */
  private static final double LITTLE = 2e6;

  private static final Duration CALM = Duration.ofSeconds(15);

  private final Time time;
  private boolean settled;
  private int wanted;
  private Instant calmUntil = Instant.MIN;

  /**
   * @param parallel a fixed number, or 0
   * @param time measures
   */
  Pace(int parallel, Time time) {
    this.time = time;
    this.settled = parallel > 0;
    this.wanted = settled ? parallel : FIRST;
  }

  /** How many connections there shall be now, at least 1. */
  synchronized int wanted() {
    return time.instant().isBefore(calmUntil) ? Math.max(1, wanted / 2) : wanted;
  }

  /** The store asked for patience. */
  synchronized void throttled() {
    calmUntil = time.instant().plus(CALM);
  }

  /** The share of one connection. */
  Carrier carrier() {
    return new Carrier();
  }

  private synchronized void measured(double bytesPerSecond) {
    if (!settled) {
      settled = true;
      wanted = bytesPerSecond > LITTLE && bytesPerSecond < PLENTY ? MOST : FIRST;
    }
  }

  /** Tells how fast one connection is. For one thread. */
  final class Carrier {
    private @Nullable Instant begun;

    private Carrier() {}

    /** The bytes of a piece begin to move: the connection stands, and the request is said. */
    void begins() {
      begun = time.instant();
    }

    /** So much of a piece has moved. */
    void carried(long bytes) {
      if (begun != null) {
        Duration took = Duration.between(begun, time.instant());
        measured(bytes / Math.max(1e-6, took.toNanos() / 1e9));
        begun = null;
      }
    }
  }
}
