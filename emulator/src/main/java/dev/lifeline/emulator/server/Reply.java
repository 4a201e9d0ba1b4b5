package dev.lifeline.emulator.server;

import dev.lifeline.emulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is answered. Immutable: each method returns a new reply. A request with the method HEAD gets
 * the headers of the reply, its Content-Length among them, and no body.
 */
public final class Reply {
  private static final long WHOLE = Long.MAX_VALUE;
  private static final BodyWriter NOTHING = out -> {};

  private final int status;
  private final Map<String, String> headers;
  private final long length;
  private final BodyWriter body;
  private final long sent;

  private Reply(int status, Map<String, String> headers, long length, BodyWriter body, long sent) {
    this.status = status;
    this.headers = headers;
    this.length = length;
    this.body = body;
    this.sent = sent;
  }

  /** An answer with this status, no headers of its own and no body. */
  public static Reply status(int status) {
    return new Reply(status, Map.of(), 0, NOTHING, WHOLE);
  }

  /** With this header; replaces one of the same name, in any spelling of upper and lower case. */
  public Reply header(String name, String value) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.remove(name); // a map keeps the first spelling of a key
    more.put(name, value);
    return new Reply(status, Collections.unmodifiableMap(more), length, body, sent);
  }

  /** With a JSON body: maps, lists, strings, numbers, booleans and null. */
  public Reply json(@Nullable Object tree) {
    return text("application/json; charset=utf-8", Json.write(tree));
  }

  /** With a text body, sent as UTF-8. */
  public Reply text(String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return header("Content-Type", contentType).stream(bytes.length, out -> out.write(bytes));
  }

  /** With a body of {@code length} bytes that is written when the answer is sent. */
  public Reply stream(long length, BodyWriter writer) {
    return new Reply(status, headers, length, writer, sent);
  }

  /** Nothing is answered at all: the connection is closed once the request has been read. */
  public Reply cut() {
    return new Reply(status, headers, length, body, -1);
  }

  /**
   * The headers are sent as they are, then at most {@code bodyBytes} of the body, then the
   * connection is closed.
   */
  public Reply cutAfter(long bodyBytes) {
    if (bodyBytes < 0) {
      throw new IllegalArgumentException("a body cannot end before its begin: " + bodyBytes);
    }
    return new Reply(status, headers, length, body, bodyBytes);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers of this reply; look-ups ignore upper and lower case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body's length in bytes, before any cut. */
  public long length() {
    return length;
  }

  BodyWriter body() {
    return body;
  }

  boolean isCut() {
    return sent < 0;
  }

  boolean isCutInBody() {
    return sent >= 0 && sent < length;
  }

  long bytesSent() {
    return Math.min(sent, length);
  }

  @Override
  public String toString() {
    return "Reply[%d, %d bytes]".formatted(status, length);
  }
}
