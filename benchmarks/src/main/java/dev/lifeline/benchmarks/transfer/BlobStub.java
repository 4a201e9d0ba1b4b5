package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/**
 * The few operations of the blob service that transfers use, over TLS, as cheap as they can be: a
 * thread a connection; what is sent is counted and thrown away, no signature or checksum is looked
 * at, and every blob has the same content.
 */
final class BlobStub {
  private static final int BACKLOG = 512;

  private final ServerSocketChannel server;
  private final SSLContext context;
  private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong moved = new AtomicLong();
  private final AtomicInteger pieces = new AtomicInteger();
  private volatile Behaviour behaviour = Behaviour.IDEAL;
  private volatile Blob blob;

  BlobStub(SSLContext context, Blob blob) throws IOException {
    this.context = context;
    this.blob = blob;
    this.server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    start(this::accept);
  }

  /** Its address with an account, and no slash at the end. */
  String endpoint() {
    return "https://localhost:" + server.socket().getLocalPort() + "/devstoreaccount1";
  }

  /** From now on, with all counts at zero and without the connections of before. */
  void behave(Behaviour next, Blob content) throws IOException {
    behaviour = next;
    blob = content;
    moved.set(0);
    pieces.set(0);
    for (SocketChannel it : connections) {
      it.close();
    }
  }

  Behaviour behaviour() {
    return behaviour;
  }

  Blob blob() {
    return blob;
  }

  /** Content went over a connection, either way. */
  void moved(int bytes) {
    moved.addAndGet(bytes);
  }

  /** How many bytes of content went over all connections since the last change of behaviour. */
  long moved() {
    return moved.get();
  }

  /** Counts a block or range, from 1. */
  int nextPiece() {
    return pieces.incrementAndGet();
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel connection = server.accept();
        connections.add(connection);
        start(() -> serve(connection));
      } catch (IOException e) {
        // closed, or a client that broke off
      }
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
      StubConversation.pause(behaviour.latencyMillis());
      StubLine line = new StubLine(connection, context.createSSLEngine());
      new StubConversation(this, line).run();
    } catch (IOException e) {
      // the client's affair
    } finally {
      connections.remove(connection);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "blob-stub");
    thread.setDaemon(true);
    thread.start();
  }
}
