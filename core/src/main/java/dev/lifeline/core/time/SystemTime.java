package dev.lifeline.core.time;

import dev.lifeline.core.problem.Interruptions;
import java.time.Duration;
import java.time.Instant;

/** The real clock of this machine. */
public final class SystemTime implements Time {
  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration duration) {
    try {
      Thread.sleep(Math.max(0, duration.toMillis()));
    } catch (InterruptedException e) {
      throw Interruptions.raise(e);
    }
  }
}
