package dev.lifeline.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when a test turns it. */
public final class TurnedClock implements InstantSource {

  private Instant now;

  /** A quarter past ten on a Sunday. */
  public TurnedClock() {
    this(Instant.parse("2026-11-22T10:15:00Z"));
  }

  public TurnedClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  public synchronized void turn(Duration duration) {
    now = now.plus(duration);
  }
}
