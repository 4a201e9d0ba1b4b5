package dev.lifeline.emulator.server;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on 127.0.0.1 and on no other address, with keep-alive. Its threads end with
 * {@link #close()}, and do not keep a program alive.
 */
public final class LoopbackServer implements AutoCloseable {
  /** Requests answered at the same time; AzCopy opens up to 32 connections on a small machine. */
  private static final int THREADS = 64;

  /** How long a request that was broken off may take to notice it, in seconds. */
  private static final long PATIENCE_SECONDS = 10;

  private static final int BACKLOG = 256;

  /**
   * The JDK's server writes an answer's head and body apart, and knows no other way to keep the
   * operating system from holding the body back: 40 ms for each answer.
   */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a server.
   *
   * @param port where it listens; 0 takes any that is free
   * @param tls the server's certificate, or null for plain HTTP
   * @param service answers every request
   * @throws IOException if the port cannot be had
   */
  public static LoopbackServer start(int port, @Nullable SSLContext tls, Service service)
      throws IOException {
    System.setProperty(NO_DELAY, "true");
    var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    HttpServer server = tls == null ? HttpServer.create() : encrypted(tls);
    server.bind(address, BACKLOG);
    ExecutorService threads = threads(server.getAddress().getPort());
    server.setExecutor(threads);
    server.createContext("/", exchange -> new Conversation(exchange).answer(service));
    server.start();
    return new LoopbackServer(server, threads);
  }

  /** The port on which the server listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Ends all connections and threads; requests under way are broken off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer encrypted(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create();
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return server;
  }

  private static ExecutorService threads(int port) {
    var pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              var thread = new Thread(work, "loopback-" + port);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
