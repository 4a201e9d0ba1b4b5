package dev.lifeline.emulator.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as it arrived. Belongs to the thread that answers it; its body is read once, by
 * {@link #body()}, or any number of times by {@link #bodyText()} and {@link #form()}.
 */
public final class Call {
  /** The most that {@link #bodyText()} and {@link #form()} take, in bytes. */
  public static final int TEXT_LIMIT = 1 << 20;

  private final HttpExchange exchange;
  private @Nullable String text;

  Call(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** The method in upper case, such as {@code GET}. */
  public String method() {
    return exchange.getRequestMethod();
  }

  /** The path as it was sent, percent-encoded, beginning with a slash. */
  public String path() {
    String path = exchange.getRequestURI().getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** The parts of the path between its slashes, percent-decoded; empty ones are left out. */
  public List<String> segments() {
    return Arrays.stream(path().split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .map(PercentEncoding::decode)
        .toList();
  }

  /** The query as it was sent, percent-encoded, without its question mark; empty if none. */
  public String query() {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null ? "" : query;
  }

  /** The query's parameters, decoded, in their order; of a repeated name the first counts. */
  public Map<String, String> queryParameters() {
    return Collections.unmodifiableMap(PercentEncoding.decodePairs(query()));
  }

  /** The first header of this name, in any spelling of upper and lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** All headers; the names begin with a capital letter and go on in small ones. */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(exchange.getRequestHeaders());
  }

  /** Whether the request came over TLS. */
  public boolean encrypted() {
    return exchange instanceof com.sun.net.httpserver.HttpsExchange;
  }

  /** The body as a stream, of any length; need not be closed. */
  public InputStream body() {
    return exchange.getRequestBody();
  }

  /**
   * The body as UTF-8 text; empty if there is none.
   *
   * @throws IOException if the connection breaks, or the body exceeds {@link #TEXT_LIMIT}, which is
   *     then answered with 413
   */
  public String bodyText() throws IOException {
    if (text == null) {
      byte[] bytes = body().readNBytes(TEXT_LIMIT + 1);
      if (bytes.length > TEXT_LIMIT) {
        throw new BodyTooLargeException(TEXT_LIMIT);
      }
      text = new String(bytes, StandardCharsets.UTF_8);
    }
    return text;
  }

  /**
   * The fields of an {@code application/x-www-form-urlencoded} body, decoded, in their order.
   *
   * @throws IOException as {@link #bodyText()} does
   */
  public Map<String, String> form() throws IOException {
    return Collections.unmodifiableMap(PercentEncoding.decodePairs(bodyText()));
  }

  /** Method and path; the query may hold a signature and is left out. */
  @Override
  public String toString() {
    return method() + " " + path();
  }
}
