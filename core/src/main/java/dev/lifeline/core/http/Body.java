package dev.lifeline.core.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What a request carries. Prints its length only, since it may hold a password. Immutable. */
public final class Body {
  private static final Body EMPTY = new Body("", new byte[0], 0);

  private final String contentType;
  private final byte[] bytes;
  private final int length;

  private Body(String contentType, byte[] bytes, int length) {
    this.contentType = contentType;
    this.bytes = bytes;
    this.length = length;
  }

  /** No content, sent with Content-Length 0 where the method has a body. */
  public static Body empty() {
    return EMPTY;
  }

  /** A JSON document. */
  public static Body json(String text) {
    return text("application/json", text);
  }

  /** A text in UTF-8. */
  public static Body text(String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Body(contentType, bytes, bytes.length);
  }

  /** Form fields, percent-encoded as {@code application/x-www-form-urlencoded}. */
  public static Body form(Map<String, String> fields) {
    String text =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return text("application/x-www-form-urlencoded", text);
  }

  /**
   * The first bytes of a buffer, which is not copied: whoever hands it over leaves it alone until
   * the request is answered.
   */
  public static Body bytes(byte[] buffer, int length) {
    return new Body("application/octet-stream", buffer, length);
  }

  String contentType() {
    return contentType;
  }

  /** The number of bytes. */
  public int length() {
    return length;
  }

  byte[] buffer() {
    return bytes;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
