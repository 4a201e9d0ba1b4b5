package dev.lifeline.core.testing;

import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;

/** Time that stands still until somebody sleeps or the test moves it. Thread-safe. */
public final class ManualTime implements Time {
  private final Instant start;
  private Instant now;

  public ManualTime(Instant start) {
    this.start = start;
    this.now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration duration) {
    if (Thread.interrupted()) {
      throw Interruptions.raise(new InterruptedException());
    }
    advance(duration);
  }

  /** Moves time on; a negative duration leaves it where it is. */
  public synchronized void advance(Duration duration) {
    if (!duration.isNegative()) {
      now = now.plus(duration);
    }
  }

  /** How far time has moved since the start. */
  public synchronized Duration elapsed() {
    return Duration.between(start, now);
  }
}
