package dev.lifeline.core.http;

import java.net.URI;
import java.util.function.Consumer;

/** As {@link GuardedTransport}, for the bytes of files. */
public final class GuardedBulkTransport implements BulkTransport {
  private final BulkTransport transport;
  private final Consumer<URI> guard;

  /** A transport that goes nowhere without the guard. */
  public GuardedBulkTransport(BulkTransport transport, Consumer<URI> guard) {
    this.transport = transport;
    this.guard = guard;
  }

  @Override
  public BulkConnection connection() {
    return new Guarded(transport.connection(), guard);
  }

  @Override
  public void close() {
    transport.close();
  }

  private record Guarded(BulkConnection connection, Consumer<URI> guard) implements BulkConnection {
    @Override
    public Answer send(Request request, Content content) {
      guard.accept(request.uri());
      return connection.send(request, content);
    }

    @Override
    public <T> T receive(Request request, Receiver<T> receiver) {
      guard.accept(request.uri());
      return connection.receive(request, receiver);
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
