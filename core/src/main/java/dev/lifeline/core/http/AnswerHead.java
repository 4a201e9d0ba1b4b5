package dev.lifeline.core.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The first lines of an HTTP/1.1 answer.
 *
 * @param status the HTTP status
 * @param headers by name in lower case; of repeated ones the first
 */
record AnswerHead(int status, Map<String, String> headers) {
  private static final int MOST_BYTES = 64 * 1024;

  /** Reads a head; what only announces another one is passed over. */
  static AnswerHead read(InputStream in) throws IOException {
    AnswerHead head = readOne(in);
    while (head.status >= 100 && head.status < 200) {
      head = readOne(in);
    }
    return head;
  }

  /** The body that follows it. */
  AnswerBody body(String method, InputStream in) throws IOException {
    if (method.equals("HEAD") || status == 204 || status == 304) {
      return AnswerBody.ofLength(in, 0);
    }
    if (headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      return AnswerBody.inChunks(in);
    }
    String length = headers.get("content-length");
    if (length == null) {
      return AnswerBody.untilTheEnd(in);
    }
    if (!length.matches("[0-9]{1,18}")) {
      throw new IOException("no number stands in Content-Length");
    }
    return AnswerBody.ofLength(in, Long.parseLong(length));
  }

  /** Whether the server keeps the connection open. */
  boolean keepsConnection() {
    return !headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
  }

  /** The same on a connection that carries nothing after it. */
  AnswerHead andNoMore() {
    Map<String, String> last = new LinkedHashMap<>(headers);
    last.put("connection", "close");
    return new AnswerHead(status, Map.copyOf(last));
  }

  private static AnswerHead readOne(InputStream in) throws IOException {
    String[] lines = text(in).split("\r?\n", -1);
    if (!lines[0].matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
      throw new IOException("this is no answer of HTTP/1.1");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, lines[i].substring(colon + 1).strip());
      }
    }
    return new AnswerHead(Integer.parseInt(lines[0].substring(9, 12)), Map.copyOf(headers));
  }

  /** Everything before the empty line. */
  private static String text(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended before the answer");
      }
      if (bytes.size() == MOST_BYTES) {
        throw new IOException("the head of the answer does not end");
      }
      bytes.write(next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).strip();
  }
}
