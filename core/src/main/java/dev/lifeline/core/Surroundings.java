package dev.lifeline.core;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.time.Time;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What comes to Lifeline from outside.
 *
 * @param time the clock, and what sleeps
 * @param random for the jitter of pauses
 * @param ids makes request ids
 * @param listener hears what happens
 */
public record Surroundings(
    Time time, RandomGenerator random, Supplier<UUID> ids, Listener listener) {}
