package dev.lifeline.core.http;

import dev.lifeline.core.crypto.NativeCrypto;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.time.Time;
import java.io.IOException;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Connections on blocking sockets, with an HTTP/1.1 that does what bulk transfer needs. */
public final class SocketTransport implements BulkTransport {
  private final Dialer dialer;
  private final TimeLimits limits;
  private final Witness witness;
  private final StallWatch watch;
  private final Set<SocketConnection> connections = ConcurrentHashMap.newKeySet();

  /** They stand, and nobody uses them. */
  private final Queue<SocketConnection.Open> idle = new ConcurrentLinkedQueue<>();

  private volatile boolean closed;

  /**
   * A transport whose watching thread begins with the first connection. A CA certificate file that
   * cannot be used is reported then, too.
   */
  public SocketTransport(
      NetworkSettings settings, TimeLimits limits, Time time, Listener listener) {
    this(settings, limits, new Witness(time, listener), NativeCrypto::provider);
  }

  /** The same with another provider of TLS; with none, the JDK's. */
  SocketTransport(
      NetworkSettings settings,
      TimeLimits limits,
      Witness witness,
      Supplier<Optional<Provider>> provider) {
    this.dialer =
        new Dialer(
            new Encryption(settings.caCertificate(), provider),
            ProxyRoute.of(settings).orElse(null),
            limits.connect());
    this.limits = limits;
    this.witness = witness;
    this.watch = new StallWatch(limits.stall());
  }

  @Override
  public BulkConnection connection() {
    return new SocketConnection(this);
  }

  @Override
  public void close() {
    closed = true;
    connections.forEach(SocketConnection::close);
    hangUpIdle();
    watch.close();
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether it takes over a connection that stands. */
  boolean keeps(SocketConnection.Open standing) {
    if (closed || Thread.currentThread().isInterrupted()) {
      return false;
    }
    watch.remove(standing.line());
    idle.add(standing);
    if (closed) {
      hangUpIdle();
    }
    return true;
  }

  /** One that stands, to that host; those that do not are let go. */
  Optional<SocketConnection.Open> kept(String authority, Predicate<SocketConnection.Open> isOfUse) {
    Optional<SocketConnection.Open> candidate = taken(authority);
    while (candidate.isPresent() && !isOfUse.test(candidate.get())) {
      hangUp(candidate.get());
      candidate = taken(authority);
    }
    return candidate;
  }

  /** Another thread may take the same one: who has removed it has it. */
  private Optional<SocketConnection.Open> taken(String authority) {
    for (SocketConnection.Open candidate : List.copyOf(idle)) {
      if (candidate.authority().equals(authority) && idle.remove(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private void hangUpIdle() {
    SocketConnection.Open left;
    while ((left = idle.poll()) != null) {
      hangUp(left);
    }
  }

  private static void hangUp(SocketConnection.Open left) {
    try {
      left.line().close();
    } catch (IOException e) {
      // it is of no more use in any case
    }
  }

  void remember(SocketConnection connection) {
    connections.add(connection);
  }

  void forget(SocketConnection connection) {
    connections.remove(connection);
  }

  Dialer dialer() {
    return dialer;
  }

  TimeLimits limits() {
    return limits;
  }

  Witness witness() {
    return witness;
  }

  StallWatch watch() {
    return watch;
  }
}
