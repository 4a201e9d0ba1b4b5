package dev.lifeline.core.time;

import dev.lifeline.core.problem.LifelineException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock and the sleeper, in one: whoever waits, waits through this. Thread-safe. */
public interface Time extends InstantSource {
  /** The time now, in UTC. */
  @Override
  Instant instant();

  /**
   * Waits.
   *
   * @param duration how long; zero or less returns at once
   * @throws LifelineException INTERRUPTED when the thread is interrupted before or while it waits;
   *     POSTPONED from a time in which nobody waits so long, see {@link ImpatientTime}
   */
  void sleep(Duration duration);
}
