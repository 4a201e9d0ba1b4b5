package dev.lifeline.hub.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When something is sent again that was not taken: longer and longer pauses, some 28 hours in all,
 * as Standard Webhooks recommends, each a fifth shorter or longer so that not everything comes at
 * once after an outage.
 */
final class Backoff {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(12));

  private static final double JITTER = 0.2;

  private Backoff() {}

  /**
   * The pause after an attempt that failed; empty when it was the last one.
   *
   * @param attempts how many there were, from 1
   */
  static Optional<Duration> after(int attempts, RandomGenerator random) {
    if (attempts > PAUSES.size()) {
      return Optional.empty();
    }
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Optional.of(Duration.ofMillis((long) (PAUSES.get(attempts - 1).toMillis() * factor)));
  }
}
