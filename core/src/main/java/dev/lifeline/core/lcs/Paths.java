package dev.lifeline.core.lcs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of names that go into a path or a query. */
final class Paths {
  private Paths() {}

  /** Encodes everything but letters, digits and {@code -_.}; a blank becomes {@code %20}. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
