package dev.lifeline.emulator.scenario;

import java.time.Duration;

/** How a delay is spent; tests spend it by moving their clock. Thread-safe. */
@FunctionalInterface
public interface Pause {
  /**
   * Returns when the time is over.
   *
   * @throws InterruptedException if the emulator is closed meanwhile
   */
  void pause(Duration duration) throws InterruptedException;
}
