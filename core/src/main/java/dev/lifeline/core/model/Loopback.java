package dev.lifeline.core.model;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which addresses stay on this machine. */
public final class Loopback {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private Loopback() {}

  static boolean isAt(URI address) {
    String host = address.getHost();
    return host != null && isHost(host);
  }

  /** Whether that host name means this machine. */
  public static boolean isHost(String host) {
    return HOSTS.contains(host.toLowerCase(Locale.ROOT));
  }
}
