package dev.lifeline.core.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What a request carries. Prints its length only, since it may hold a password. Immutable. */
public final class Body {
  private static final Body EMPTY = new Body("", new byte[0]);

  private final String contentType;
  private final byte[] bytes;

  private Body(String contentType, byte[] bytes) {
    this.contentType = contentType;
    this.bytes = bytes;
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
    return new Body(contentType, bytes);
  }

  /** Form fields, percent-encoded as {@code application/x-www-form-urlencoded}. */
  public static Body form(Map<String, String> fields) {
    String text =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return text("application/x-www-form-urlencoded", text);
  }

  String contentType() {
    return contentType;
  }

  /** The number of bytes. */
  public int length() {
    return bytes.length;
  }

  byte[] buffer() {
    return bytes;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
