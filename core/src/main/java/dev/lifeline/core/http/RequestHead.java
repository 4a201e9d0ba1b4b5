package dev.lifeline.core.http;

import java.nio.charset.StandardCharsets;

/** Writes the head of a request as HTTP/1.1 has it. */
final class RequestHead {
  private RequestHead() {}

  static byte[] of(Request request, long contentLength, Dialer dialer) {
    StringBuilder head = new StringBuilder(1024);
    head.append(request.method()).append(' ').append(dialer.target(request.uri()));
    head.append(" HTTP/1.1\r\n");
    line(head, "Host", Dialer.authority(request.uri()));
    request.headers().forEach((name, value) -> line(head, name, value));
    String type = request.body().contentType();
    if (!type.isEmpty() && !request.headers().containsKey("Content-Type")) {
      line(head, "Content-Type", type);
    }
    dialer
        .authorization(request.uri())
        .ifPresent(value -> line(head, "Proxy-Authorization", value.reveal()));
    if (contentLength > 0 || request.method().startsWith("P")) { // PUT, POST, PATCH
      line(head, "Content-Length", Long.toString(contentLength));
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder head, String name, String value) {
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line break in the header " + name);
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
