package dev.lifeline.hub.schedule;

import java.time.Duration;

/**
 * How a node works.
 *
 * @param threads how many jobs it does at once
 * @param look how often it looks for what is due
 * @param heartbeat how often it says that a job goes on; four missed ones are taken for its death,
 *     and that is looked for at every second one
 * @param grace how long its end waits for jobs that go on
 */
public record Pace(int threads, Duration look, Duration heartbeat, Duration grace) {
  /** The jobs of a node that died go on within 40 seconds. */
  public static final Pace DEFAULTS =
      new Pace(16, Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(20));

  /** Refuses what makes no progress. */
  public Pace {
    if (threads < 1 || look.isNegative() || look.isZero() || heartbeat.isZero()) {
      throw new IllegalArgumentException("a node has threads, and looks now and then");
    }
  }
}
