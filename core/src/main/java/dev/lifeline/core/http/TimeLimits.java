package dev.lifeline.core.http;

import java.time.Duration;

/**
 * How long the network may take.
 *
 * @param connect to reach a host
 * @param answer from sending a small request to the end of a small answer
 * @param stall without any byte while a body comes
 */
public record TimeLimits(Duration connect, Duration answer, Duration stall) {
  public static final TimeLimits DEFAULTS =
      new TimeLimits(Duration.ofSeconds(15), Duration.ofSeconds(100), Duration.ofSeconds(30));

  /** The slowest link that still counts as moving, in bytes a second. */
  private static final long SLOWEST = 32 * 1024;

  /** The limit for a request with a body of that many bytes. */
  Duration exchange(long bodyBytes) {
    return answer.plusSeconds(bodyBytes / SLOWEST);
  }
}
