package dev.lifeline.tasks;

import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Time in which somebody presses Ctrl-C during a certain wait. */
final class InterruptingTime implements Time {
  private final ManualTime time;
  private final AtomicInteger waitsLeft;

  InterruptingTime(ManualTime time, int waitThatIsInterrupted) {
    this.time = time;
    this.waitsLeft = new AtomicInteger(waitThatIsInterrupted);
  }

  @Override
  public Instant instant() {
    return time.instant();
  }

  @Override
  public void sleep(Duration duration) {
    if (waitsLeft.decrementAndGet() == 0) {
      Thread.currentThread().interrupt();
    }
    time.sleep(duration);
  }
}
