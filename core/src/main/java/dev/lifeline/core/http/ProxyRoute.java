package dev.lifeline.core.http;

import dev.lifeline.core.model.HostName;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.model.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which requests go through the proxy, and how it is told who asks. */
public final class ProxyRoute {
  private final Proxy proxy;
  private final List<String> direct;

  ProxyRoute(Proxy proxy, List<String> direct) {
    this.proxy = proxy;
    this.direct = direct;
  }

  /** The proxy through which requests to that host go; empty when they go directly. */
  public static Optional<Proxy> to(String host, NetworkSettings settings) {
    return of(settings).flatMap(route -> route.to(host));
  }

  static Optional<ProxyRoute> of(NetworkSettings settings) {
    return Optional.ofNullable(settings.proxy())
        .map(proxy -> new ProxyRoute(proxy, settings.withoutProxy()));
  }

  /** The proxy through which requests to that host go; empty when they go directly. */
  Optional<Proxy> to(String host) {
    return isDirect(host) ? Optional.empty() : Optional.of(proxy);
  }

  boolean isDirect(String host) {
    if (new HostName(host).isLoopback()) {
      return true;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return direct.stream()
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .anyMatch(entry -> matches(name, entry));
  }

  private static boolean matches(String name, String entry) {
    if (entry.isEmpty()) {
      return false;
    }
    String suffix = entry.replaceFirst("^\\*?\\.", "");
    return entry.equals("*") || name.equals(suffix) || name.endsWith("." + suffix);
  }

  ProxySelector selector() {
    java.net.Proxy through =
        new java.net.Proxy(
            java.net.Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port()));
    return new ProxySelector() {
      @Override
      public List<java.net.Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost();
        return List.of(isDirect(host) ? java.net.Proxy.NO_PROXY : through);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // the client reports the failure to whoever sent the request
      }
    };
  }

  /**
   * What a request to that host carries for the proxy; empty for one that goes directly. The JDK
   * keeps it from the host itself. Not left to an Authenticator, because with one the JDK fails on
   * every 401 of a host that does not ask for a password.
   */
  Optional<Secret> authorization(String host) {
    String username = proxy.username();
    Secret password = proxy.password();
    if (username == null || password == null || isDirect(host)) {
      return Optional.empty();
    }
    byte[] both = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return Optional.of(Secret.of("Basic " + Base64.getEncoder().encodeToString(both)));
  }
}
