package dev.lifeline.benchmarks.hub;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection of HTTP/1.1 that stays open. It costs next to nothing, so that what is measured on
 * a shared machine is the hub. For one thread.
 */
final class Wire implements AutoCloseable {
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;

  private final String host;
  private final String token;
  private final Socket socket;
  private final InputStream in;

  /**
   * Connects.
   *
   * @param token sent with each request; empty for none
   */
  Wire(URI hub, String token) throws IOException {
    this.host = hub.getAuthority();
    this.token = token;
    this.socket = new Socket(hub.getHost(), hub.getPort());
    this.socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /** An answer. */
  record Answer(int status, String body) {
    String of() throws IOException {
      if (status < OK || status >= MULTIPLE_CHOICES) {
        throw new IOException("the hub answers " + status + ": " + body);
      }
      return body;
    }
  }

  /** Sends a request and waits for the answer. */
  Answer call(String method, String path, String body) throws IOException {
    String head =
        "%s %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(
                method,
                path.replace(" ", "%20"),
                host,
                token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n",
                body.getBytes(StandardCharsets.UTF_8).length);
    socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
      chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
    }
    byte[] bytes = chunked ? chunks() : exactly(length);
    return new Answer(status, new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line(), 16);
      all.write(exactly(length));
      line();
      if (length == 0) {
        return all.toByteArray();
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the hub closed the connection");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the hub closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
