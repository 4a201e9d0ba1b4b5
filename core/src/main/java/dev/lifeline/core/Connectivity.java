package dev.lifeline.core;

import dev.lifeline.core.http.GuardedTransport;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.NetworkSettings;

/**
 * The way to the network.
 *
 * @param direct sends each request once
 * @param retries the ordinary patience
 * @param transport repeats what may be repeated
 */
record Connectivity(Transport direct, Retries retries, RetryingTransport transport) {
  static Connectivity of(NetworkSettings network, Surroundings surroundings) {
    Retries retries =
        new Retries(
            RetryPolicy.DEFAULTS,
            surroundings.time(),
            surroundings.random(),
            surroundings.listener());
    Transport direct =
        new GuardedTransport(
            new JdkTransport(
                network, TimeLimits.DEFAULTS, surroundings.time(), surroundings.listener()),
            surroundings.guard());
    return new Connectivity(direct, retries, new RetryingTransport(direct, retries));
  }
}
