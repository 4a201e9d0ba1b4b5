package dev.lifeline.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Real time for what clients check (tokens, SAS URLs, dates) and scaled time for what LCS takes its
 * time with. At a scale of 360 an hour of servicing passes in ten seconds. Thread-safe.
 */
public final class WorldClock {

  private final InstantSource source;
  private Pace pace;

  /** A clock that goes on from where {@code pace} says. */
  public WorldClock(InstantSource source, Pace pace) {
    this.source = source;
    this.pace = pace;
  }

  /**
   * How fast the world ages.
   *
   * @param since the moment from which this counts
   * @param age the age of the world then
   * @param scale how many seconds the world ages in one real second
   */
  public record Pace(Instant since, Duration age, double scale) {

    /** Refuses a world that stands still or goes backwards. */
    public Pace {
      if (!(scale > 0 && scale <= 1_000_000)) {
        throw new IllegalArgumentException("a time scale lies between 0 and 1000000");
      }
    }
  }

  /** The real time. */
  public Instant now() {
    return source.instant();
  }

  /** How old the world is in its own, scaled time. Never negative. */
  public synchronized Duration age() {
    Duration real = Duration.between(pace.since(), source.instant());
    Duration aged = Duration.ofMillis(Math.round(Math.max(0, real.toMillis()) * pace.scale()));
    return pace.age().plus(aged);
  }

  /** How long {@code worldTime} takes in real time, at the present scale. */
  public synchronized Duration real(Duration worldTime) {
    return Duration.ofMillis(Math.round(worldTime.toMillis() / pace.scale()));
  }

  /** The real time at which the world has that age, going by the present scale. */
  public synchronized Instant instantOf(Duration age) {
    double real = age.minus(pace.age()).toMillis() / pace.scale();
    return pace.since().plusMillis(Math.round(real));
  }

  /** From now on the world ages at another scale; what has happened has happened. */
  public synchronized Pace changeScale(double scale) {
    pace = new Pace(source.instant(), age(), scale);
    return pace;
  }

  synchronized Pace pace() {
    return pace;
  }
}
