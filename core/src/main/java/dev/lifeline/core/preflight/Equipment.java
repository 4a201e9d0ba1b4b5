package dev.lifeline.core.preflight;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.time.Time;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the check works with.
 *
 * @param transport repeats what may be repeated
 * @param probe the same network, with little patience: for what is only tried
 * @param network how the network is reached
 * @param ids makes correlation ids
 * @param time the clock
 * @param listener hears what happens
 */
public record Equipment(
    Transport transport,
    RetryingTransport probe,
    NetworkSettings network,
    Supplier<UUID> ids,
    Time time,
    Listener listener) {}
