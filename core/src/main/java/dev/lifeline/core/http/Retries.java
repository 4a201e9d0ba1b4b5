package dev.lifeline.core.http;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.time.Time;
import java.util.random.RandomGenerator;

/**
 * Everything that repeating needs; begins a count for each job.
 *
 * @param policy how often and how soon
 * @param time what pauses
 * @param random for the jitter
 * @param listener hears of each pause
 */
public record Retries(RetryPolicy policy, Time time, RandomGenerator random, Listener listener) {
  /** The same with another policy. */
  public Retries with(RetryPolicy other) {
    return new Retries(other, time, random, listener);
  }

  /** The count for one job. */
  public Backoff begin() {
    return new Backoff(this);
  }
}
