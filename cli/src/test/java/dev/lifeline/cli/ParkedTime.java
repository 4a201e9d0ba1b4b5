package dev.lifeline.cli;

import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Real time, in which a wait lasts until it is interrupted; the test sees that it has begun. */
final class ParkedTime implements Time {
  final CountDownLatch waiting = new CountDownLatch(1);
  private final Time real = new SystemTime();

  @Override
  public Instant instant() {
    return real.instant();
  }

  @Override
  public void sleep(Duration duration) {
    waiting.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw Interruptions.raise(e);
    }
  }
}
