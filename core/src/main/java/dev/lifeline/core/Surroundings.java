package dev.lifeline.core;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.time.Time;
import java.net.URI;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What comes to Lifeline from outside.
 *
 * @param time the clock, and what sleeps
 * @param random for the jitter of pauses
 * @param ids makes request ids
 * @param listener hears what happens
 * @param guard is asked about the address of each request right before it is sent, and throws for
 *     one that must not be sent
 */
public record Surroundings(
    Time time, RandomGenerator random, Supplier<UUID> ids, Listener listener, Consumer<URI> guard) {
  /** Surroundings in which every address may be gone to. */
  public Surroundings(Time time, RandomGenerator random, Supplier<UUID> ids, Listener listener) {
    this(time, random, ids, listener, address -> {});
  }

  /** The same with a guard. */
  public Surroundings guardedBy(Consumer<URI> other) {
    return new Surroundings(time, random, ids, listener, other);
  }
}
