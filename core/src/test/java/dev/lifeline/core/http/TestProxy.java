package dev.lifeline.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A proxy that wants a password, or none, and leads every tunnel to one port of this machine. */
final class TestProxy implements AutoCloseable {
  final List<String> heads = new CopyOnWriteArrayList<>();

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final int target;
  private final @Nullable String credentials;

  /**
   * @param target where every tunnel leads
   * @param credentials what has to come in base64, or null for a proxy that asks for nothing
   */
  TestProxy(int target, @Nullable String credentials) throws IOException {
    this.target = target;
    this.credentials = credentials;
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
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
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      while (true) {
        String head = head(in);
        heads.add(head);
        if (credentials != null && !head.contains("Proxy-Authorization: Basic " + credentials)) {
          write(
              out,
              "HTTP/1.1 407 x\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
        } else if (head.startsWith("CONNECT ")) {
          tunnel(in, out);
          return;
        } else {
          write(out, "HTTP/1.1 200 x\r\nContent-Length: 7\r\n\r\nproxied");
        }
      }
    } catch (IOException e) {
      connections.remove(connection);
    }
  }

  private void tunnel(InputStream in, OutputStream out) throws IOException {
    try (Socket host = new Socket(InetAddress.getLoopbackAddress(), target)) {
      connections.add(host);
      write(out, "HTTP/1.1 200 x\r\n\r\n");
      OutputStream toHost = host.getOutputStream();
      start(
          () -> {
            try {
              in.transferTo(toHost);
            } catch (IOException e) {
              return; // closed
            }
          });
      host.getInputStream().transferTo(out);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "test-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
