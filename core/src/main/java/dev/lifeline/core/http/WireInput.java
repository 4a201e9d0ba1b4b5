package dev.lifeline.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the heads and the bodies of HTTP/1.1 answers from a wire. For one thread. */
final class WireInput {
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int LONGEST_HEAD = 64 * 1024;

  private final Wire wire;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int end;

  WireInput(Wire wire) {
    this.wire = wire;
  }

  /** Whether bytes are waiting that nobody asked for. */
  boolean hasNews() throws IOException {
    return position < end || wire.hasNews();
  }

  /** Waits for a byte; false at the end. */
  boolean hasBytes() throws IOException {
    return position < end || fill();
  }

  /** The head of the answer; the interim ones (1xx) before it are passed over. */
  Answer head() throws IOException {
    Answer head;
    do {
      head = anyHead();
    } while (head.status() < 200 && head.status() != 101);
    return head;
  }

  private Answer anyHead() throws IOException {
    int room = LONGEST_HEAD;
    String statusLine = line(room);
    if (!statusLine.startsWith("HTTP/1.") || statusLine.length() < 12) {
      throw new IOException("the answer is not HTTP/1.1");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    String line = line(room);
    while (!line.isEmpty()) {
      room -= line.length();
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
      line = line(room);
    }
    headers.putIfAbsent("connection", statusLine.startsWith("HTTP/1.0") ? "close" : "keep-alive");
    return new Answer(status(statusLine), headers, "");
  }

  private static int status(String statusLine) throws IOException {
    try {
      return Integer.parseInt(statusLine.substring(9, 12));
    } catch (NumberFormatException e) {
      throw new IOException("the answer has no status", e);
    }
  }

  /** The body that belongs to a head, as the method and the head say. */
  AnswerBody body(String method, Answer head) throws IOException {
    boolean bodiless =
        method.equals("HEAD")
            || head.status() == 204
            || head.status() == 304
            || head.status() < 200;
    if (bodiless) {
      return AnswerBody.sized(this, 0);
    }
    String coding = head.header("transfer-encoding").orElse("");
    if (coding.toLowerCase(Locale.ROOT).contains("chunked")) {
      return AnswerBody.chunked(this);
    }
    String length = head.header("content-length").orElse("");
    if (length.isEmpty()) {
      return AnswerBody.untilTheEnd(this);
    }
    try {
      return AnswerBody.sized(this, Long.parseLong(length));
    } catch (NumberFormatException e) {
      throw new IOException("the answer has no length", e);
    }
  }

  /** Up to that many bytes; -1 at the end. Large reads go past the buffer. */
  int read(ByteBuffer target) throws IOException {
    if (position == end && target.remaining() >= BUFFER_BYTES) {
      return wire.read(target);
    }
    if (position == end && !fill()) {
      return -1;
    }
    int count = Math.min(target.remaining(), end - position);
    target.put(buffer, position, count);
    position += count;
    return count;
  }

  /** A line without its end. */
  String line(int longest) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (position == end && !fill()) {
        throw new EOFException("the connection ended before the whole answer came");
      }
      int from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      line.append(new String(buffer, from, position - from, StandardCharsets.ISO_8859_1));
      if (line.length() > longest) {
        throw new IOException("the head of the answer is too long");
      }
      if (position < end) {
        position++;
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r'
            ? line.substring(0, length - 1)
            : line.toString();
      }
    }
  }

  private boolean fill() throws IOException {
    int count = wire.read(ByteBuffer.wrap(buffer));
    position = 0;
    end = Math.max(0, count);
    return count > 0;
  }
}
