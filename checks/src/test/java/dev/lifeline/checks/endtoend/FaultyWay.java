package dev.lifeline.checks.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server on this machine that counts bytes, and on which things go wrong. */
final class FaultyWay implements AutoCloseable {
  private static final int PIECE_BYTES = 16 * 1024;

  private final ServerSocket door;
  private final URI server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  final Direction there = new Direction();
  final Direction back = new Direction();

  private FaultyWay(URI server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  }

  /** Opens a way to the host and port of that address. */
  static FaultyWay to(URI server) throws IOException {
    FaultyWay way = new FaultyWay(server);
    way.threads.execute(way::accept);
    return way;
  }

  /** What goes wrong with bytes that arrive on their way. */
  @FunctionalInterface
  interface Trouble {
    /**
     * Lets the bytes pass by returning; an exception cuts their connection.
     *
     * @param connection its number, from 1 on
     * @param own how many bytes of that connection passed before, in this direction
     * @param all how many bytes passed before, of all connections, in this direction
     */
    void meet(int connection, long own, long all) throws IOException, InterruptedException;
  }

  /** One of the two directions. */
  static final class Direction {
    private final AtomicLong passed = new AtomicLong();
    private volatile Trouble trouble = (connection, own, all) -> {};

    /** From now on. */
    void troubledBy(Trouble other) {
      trouble = other;
    }

    /** From now on all passes. */
    void clear() {
      troubledBy((connection, own, all) -> {});
    }

    /** Holds everything back once so many bytes have passed; held connections end in a cut. */
    Hold holdAfter(long bytes) {
      Hold hold = new Hold(new CountDownLatch(1), new CountDownLatch(1));
      troubledBy(
          (connection, own, all) -> {
            if (all >= bytes) {
              hold.reached.countDown();
              hold.released.await();
              throw new IOException("the connection was held until its end");
            }
          });
      return hold;
    }

    /** How many bytes have passed. */
    long passed() {
      return passed.get();
    }

    /** Counts anew. */
    void reset() {
      passed.set(0);
    }
  }

  /**
   * A hold.
   *
   * @param reached open as soon as something is held
   * @param released to be opened when it is over
   */
  record Hold(CountDownLatch reached, CountDownLatch released) {}

  /** The address of the way, with the path of the server's. */
  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + server.getPath());
  }

  @Override
  public void close() throws IOException {
    door.close();
    sockets.forEach(FaultyWay::end);
    threads.shutdownNow();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket host = new Socket(server.getHost(), server.getPort());
        sockets.add(client);
        sockets.add(host);
        int number = connections.incrementAndGet();
        threads.execute(() -> carry(number, client, host, there));
        threads.execute(() -> carry(number, host, client, back));
      } catch (IOException e) {
        // the door is closed, or the server is: the next look at the door tells
      }
    }
  }

  private void carry(int number, Socket from, Socket to, Direction direction) {
    byte[] piece = new byte[PIECE_BYTES];
    long own = 0;
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length;
      while ((length = in.read(piece)) >= 0) {
        direction.trouble.meet(number, own, direction.passed.get());
        out.write(piece, 0, length);
        own += length;
        direction.passed.addAndGet(length);
      }
    } catch (IOException e) {
      // cut: both ends hear of it, since their sockets are closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
