package dev.lifeline.core.http;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.time.Time;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * HTTP/1.1 on blocking sockets: the least that stands between a file and the network. Follows no
 * redirect.
 */
public final class SocketTransport implements BulkTransport {
  private final Dialer dialer;
  private final StallWatch watch = new StallWatch();
  private final Set<SocketConnection> open = ConcurrentHashMap.newKeySet();
  private final TimeLimits limits;
  private final Time time;
  private final Listener listener;

  /**
   * A transport with a thread of its own, which watches over stalls.
   *
   * @throws dev.lifeline.core.problem.LifelineException when the CA certificate file cannot be used
   */
  public SocketTransport(
      NetworkSettings settings, TimeLimits limits, Time time, Listener listener) {
    this.limits = limits;
    this.time = time;
    this.listener = listener;
    SSLSocketFactory encryption =
        Trust.of(settings.caCertificate())
            .map(it -> it.getSocketFactory())
            .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    this.dialer = new Dialer(encryption, settings, limits.connect());
  }

  @Override
  public BulkConnection connection(URI address) {
    SocketConnection connection =
        new SocketConnection(
            address, dialer, watch, new SocketConnection.Report(time, listener), limits);
    open.add(connection);
    return connection;
  }

  @Override
  public void close() {
    watch.close();
    open.forEach(SocketConnection::close);
  }
}
