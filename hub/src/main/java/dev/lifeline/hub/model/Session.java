package dev.lifeline.hub.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody is signed in with a browser; without what the browser sends.
 *
 * @param person who
 * @param began when it began
 * @param lastUsed to the minute
 * @param origin where it began
 */
public record Session(UUID id, Person person, Instant began, Instant lastUsed, Origin origin) {
  /** Without a use for that long, a session is over. */
  public static final Duration IDLE = Duration.ofHours(12);

  /** After that long, every session is over. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /**
   * Where a session began.
   *
   * @param address of the browser
   * @param agent what the browser calls itself; untrusted
   * @param way how the person signed in
   */
  public record Origin(String address, String agent, Way way) {}

  /** How a person signed in. */
  public enum Way {
    /** With a password that the hub knows. */
    PASSWORD,
    /** By a provider of OpenID Connect. */
    PROVIDER
  }

  /** Whether it opens anything at that time. */
  public boolean isGood(Instant now) {
    return now.isBefore(expires());
  }

  /** When it is over, if it is not used before then. */
  public Instant expires() {
    Instant idle = lastUsed.plus(IDLE);
    Instant end = began.plus(LONGEST);
    return idle.isBefore(end) ? idle : end;
  }
}
