package dev.lifeline.core.model;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name or number of a host, as an address spells it.
 *
 * @param value compared without regard to case; empty when an address names no host
 */
public record HostName(String value) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  static HostName of(URI address) {
    @Nullable String host = address.getHost();
    return new HostName(host == null ? "" : host);
  }

  /** Whether it means this machine. */
  public boolean isLoopback() {
    return LOOPBACK.contains(value.toLowerCase(Locale.ROOT));
  }
}
