package dev.lifeline.cli;

import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;

/** A clock with a bug, as Lifeline itself could have one. */
final class BrokenTime implements Time {
  @Override
  public Instant instant() {
    throw new IllegalStateException("the clock fell off the wall");
  }

  @Override
  public void sleep(Duration duration) {
    throw new IllegalStateException("the clock fell off the wall");
  }
}
