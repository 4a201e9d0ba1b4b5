package dev.lifeline.emulator.blob;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a SAS grants.
 *
 * @param permissions letters in the order {@code racwdxltmeop}, such as {@code cw}
 * @param start from when on, to the second; null for at once
 * @param expiry until when, to the second
 * @param httpsOnly whether it is void over plain HTTP
 */
public record SasTerms(
    String permissions, @Nullable Instant start, Instant expiry, boolean httpsOnly) {
  /** How far back a SAS begins, so that a client whose clock is late can use it. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);

  /** From 15 minutes before {@code now} until {@code validFor} after it. */
  static SasTerms from(Instant now, Duration validFor, String permissions, boolean httpsOnly) {
    return new SasTerms(permissions, now.minus(CLOCK_SKEW), now.plus(validFor), httpsOnly);
  }
}
