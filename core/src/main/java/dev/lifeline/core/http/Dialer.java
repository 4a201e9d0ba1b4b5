package dev.lifeline.core.http;

import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.model.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes connections: directly or through the proxy, in the clear or encrypted. Thread-safe. */
final class Dialer {
  private final Encryption encryption;
  private final @Nullable ProxyRoute route;
  private final Duration limit;

  Dialer(Encryption encryption, @Nullable ProxyRoute route, Duration limit) {
    this.encryption = encryption;
    this.route = route;
    this.limit = limit;
  }

  /** Connects, and encrypts where the address says so. */
  Wire dial(URI address, SocketChannel channel, Line line) throws IOException {
    Optional<Proxy> proxy = proxyTo(address);
    String host = proxy.map(Proxy::host).orElseGet(address::getHost);
    int port = proxy.map(Proxy::port).orElseGet(() -> port(address));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    InetAddress resolved = InetAddress.getByName(host);
    channel.socket().connect(new InetSocketAddress(resolved, port), (int) limit.toMillis());
    if (!isEncrypted(address)) {
      return new PlainWire(line);
    }
    if (proxy.isPresent()) {
      tunnel(address, new PlainWire(line));
    }
    return new TlsWire(line, encryption.engine(plainHost(address), port(address)));
  }

  /** How a request names its target: in full to a proxy that shall pass it on. */
  String target(URI address) {
    String path = address.getRawPath();
    String target = path == null || path.isEmpty() ? "/" : path;
    if (address.getRawQuery() != null) {
      target += "?" + address.getRawQuery();
    }
    return passesAProxy(address) ? "http://" + authority(address) + target : target;
  }

  /** What the proxy wants to hear in each request, when it sees them. */
  Optional<Secret> authorization(URI address) {
    return passesAProxy(address) && route != null
        ? route.authorization(address.getHost())
        : Optional.empty();
  }

  /** Host and port, as in the header Host. */
  static String authority(URI address) {
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }

  private boolean passesAProxy(URI address) {
    return !isEncrypted(address) && proxyTo(address).isPresent();
  }

  private Optional<Proxy> proxyTo(URI address) {
    return route == null ? Optional.empty() : route.to(address.getHost());
  }

  private void tunnel(URI address, Wire wire) throws IOException {
    String target = address.getHost() + ":" + port(address);
    StringBuilder head =
        new StringBuilder("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
    if (route != null) {
      route
          .authorization(address.getHost())
          .ifPresent(it -> head.append("Proxy-Authorization: " + it.reveal() + "\r\n"));
    }
    byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    wire.write(ByteBuffer.wrap(bytes));
    wire.flush();
    Answer answer = new WireInput(wire).head();
    if (answer.status() == 407) {
      throw Failures.proxyRefused();
    }
    if (!answer.isSuccess()) {
      throw new IOException(Failures.TUNNEL_REFUSED + answer.status());
    }
  }

  private static boolean isEncrypted(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return isEncrypted(address) ? 443 : 80;
  }

  private static String plainHost(URI address) {
    String host = address.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
