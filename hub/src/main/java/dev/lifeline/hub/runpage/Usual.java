package dev.lifeline.hub.runpage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long something usually takes. */
final class Usual {
  private Usual() {}

  /** The median; empty when there is nothing to tell from. */
  static Optional<Duration> of(List<Duration> took) {
    if (took.isEmpty()) {
      return Optional.empty();
    }
    List<Duration> sorted = took.stream().sorted().toList();
    Duration upper = sorted.get(sorted.size() / 2);
    return Optional.of(
        sorted.size() % 2 == 1
            ? upper
            : upper.plus(sorted.get(sorted.size() / 2 - 1)).dividedBy(2));
  }
}
