package dev.lifeline.core.model;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the network is reached.
 *
 * @param caCertificate a PEM file with authorities to trust besides those of the Java runtime, or
 *     null
 * @param proxy the proxy for everything but loopback, or null
 * @param withoutProxy hosts that are reached directly: names, {@code .suffixes}, or {@code *}
 */
public record NetworkSettings(
    @Nullable Path caCertificate, @Nullable Proxy proxy, List<String> withoutProxy) {
  /** The runtime's authorities, no proxy. */
  public static final NetworkSettings DEFAULTS = new NetworkSettings(null, null, List.of());

  public NetworkSettings {
    withoutProxy = List.copyOf(withoutProxy);
  }
}
