package dev.lifeline.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server that answers with the very bytes of a script, or breaks off; on loopback. */
public final class RawServer implements AutoCloseable {
  /** What happens to a request. */
  @FunctionalInterface
  public interface Script {
    /**
     * Answers; the connection stays open.
     *
     * @param number how many requests came before
     * @param head the request's head
     * @throws IOException to cut the connection
     */
    void answer(int number, String head, OutputStream out) throws IOException;

    /** Whether it answers before the body of a request is read. */
    default boolean answersTheHead() {
      return false;
    }
  }

  /** Refuses each request by its head alone and hangs up, as a busy server does. */
  public record Refusal(String answer) implements Script {
    @Override
    public void answer(int number, String head, OutputStream out) throws IOException {
      write(out, answer);
      throw new IOException("that is all");
    }

    @Override
    public boolean answersTheHead() {
      return true;
    }
  }

  /** The heads of the requests, in the order of their arrival. */
  public final List<String> heads = new CopyOnWriteArrayList<>();

  /** The body of the request that came last. */
  public volatile byte[] lastBody = {};

  private final ServerSocket server;
  private final Script script;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();

  public RawServer(Script script) throws IOException {
    this(ServerSocketFactory.getDefault(), script);
  }

  /** On the sockets of that factory, which may encrypt. */
  public RawServer(ServerSocketFactory sockets, Script script) throws IOException {
    this.script = script;
    this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Answers the n-th request with the n-th text, and all that follow with the last. */
  public static RawServer answering(String... answers) throws IOException {
    return new RawServer(
        (number, head, out) -> write(out, answers[Math.min(number, answers.length - 1)]));
  }

  /** An answer with that status, header lines and body. */
  public static String answer(int status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 "
        + status
        + " x\r\nContent-Length: "
        + length
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Waits until the server is closed, so that the answer never goes on. */
  public void hang() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many connections were made to it. */
  public int connections() {
    return accepted.get();
  }

  public int port() {
    return server.getLocalPort();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
    for (Socket it : connections) {
      it.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        accepted.incrementAndGet();
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      closing.countDown();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      while (true) {
        String head = head(in);
        heads.add(head);
        if (!script.answersTheHead()) {
          lastBody = in.readNBytes(contentLength(head));
        }
        script.answer(number.getAndIncrement(), head, connection.getOutputStream());
      }
    } catch (IOException e) {
      connections.remove(connection);
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static int contentLength(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }
}
