package dev.lifeline.core.http;

import java.net.URI;
import java.util.function.Consumer;

/**
 * Asks a guard about the address of each request right before it is sent, so that a name which has
 * changed its address meanwhile is looked up anew. What the guard throws passes through.
 */
public final class GuardedTransport implements Transport {
  private final Transport transport;
  private final Consumer<URI> guard;

  /** A transport that goes nowhere without the guard. */
  public GuardedTransport(Transport transport, Consumer<URI> guard) {
    this.transport = transport;
    this.guard = guard;
  }

  @Override
  public Answer send(Request request) {
    guard.accept(request.uri());
    return transport.send(request);
  }

  @Override
  public <T> T receive(Request request, Receiver<T> receiver) {
    guard.accept(request.uri());
    return transport.receive(request, receiver);
  }

  @Override
  public void close() {
    transport.close();
  }
}
