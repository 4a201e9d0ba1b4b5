package dev.lifeline.emulator.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service without a network in between, for tests that ask hundreds of thousands of times.
 * Thread-safe.
 */
public final class InProcess {
  private final Service service;

  /** For one service. */
  public InProcess(Service service) {
    this.service = service;
  }

  /**
   * What was answered.
   *
   * @param status the HTTP status
   * @param headers by name in lower case
   * @param text the body as UTF-8, as far as it was sent
   */
  public record Answered(int status, Map<String, String> headers, String text) {}

  /**
   * Asks as a client over a connection of its own does.
   *
   * @param method the method in upper case
   * @param uri path and query, percent-encoded; the rest does not matter
   * @param headers of the request
   * @param body of the request, empty for none
   * @return empty when the connection is cut in place of an answer
   */
  public Optional<Answered> ask(String method, URI uri, Map<String, String> headers, String body) {
    Exchange exchange = new Exchange(method, uri, body);
    headers.forEach(exchange.requestHeaders::set);
    new Conversation(exchange).answer(service);
    return exchange.answered();
  }

  private static final class Exchange extends HttpExchange {
    private static final InetSocketAddress HERE =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Headers requestHeaders = new Headers();
    private final Headers responseHeaders = new Headers();
    private final String method;
    private final URI uri;
    private final InputStream body;
    private final ByteArrayOutputStream response = new ByteArrayOutputStream();
    private int status;

    Exchange(String method, URI uri, String body) {
      this.method = method;
      this.uri = uri;
      this.body = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    Optional<Answered> answered() {
      if (status == 0) {
        return Optional.empty();
      }
      Map<String, String> headers = new HashMap<>();
      responseHeaders.forEach(
          (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      return Optional.of(new Answered(status, headers, response.toString(StandardCharsets.UTF_8)));
    }

    @Override
    public Headers getRequestHeaders() {
      return requestHeaders;
    }

    @Override
    public Headers getResponseHeaders() {
      return responseHeaders;
    }

    @Override
    public URI getRequestURI() {
      return uri;
    }

    @Override
    public String getRequestMethod() {
      return method;
    }

    @Override
    public @Nullable HttpContext getHttpContext() {
      return null;
    }

    @Override
    public void close() {}

    @Override
    public InputStream getRequestBody() {
      return body;
    }

    @Override
    public OutputStream getResponseBody() {
      return response;
    }

    @Override
    public void sendResponseHeaders(int code, long length) {
      status = code;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
      return HERE;
    }

    @Override
    public int getResponseCode() {
      return status;
    }

    @Override
    public InetSocketAddress getLocalAddress() {
      return HERE;
    }

    @Override
    public String getProtocol() {
      return "HTTP/1.1";
    }

    @Override
    public @Nullable Object getAttribute(String name) {
      return null;
    }

    @Override
    public void setAttribute(String name, Object value) {}

    @Override
    public void setStreams(@Nullable InputStream in, @Nullable OutputStream out) {}

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
      return null;
    }
  }
}
