package dev.lifeline.emulator.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Percent-encoded UTF-8, read leniently: what is no escape stands for itself; written strictly:
 * only the unreserved characters of RFC 3986 stay.
 */
public final class PercentEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /** Decodes a part of a path, where a plus is a plus. */
  public static String decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
    var decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' ? escapeAt(bytes, i) : -1;
      decoded.write(value < 0 ? bytes[i] : value);
      i += value < 0 ? 0 : 2;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** Encodes one segment of a path, or a value of a query; a slash is encoded too. */
  public static String encode(String plain) {
    var encoded = new StringBuilder(plain.length());
    for (byte value : plain.getBytes(StandardCharsets.UTF_8)) {
      if (value > 0 && UNRESERVED.indexOf(value) >= 0) {
        encoded.append((char) value);
      } else {
        encoded.append('%').append(HEX.toHexDigits(value));
      }
    }
    return encoded.toString();
  }

  /** Decodes {@code a=1&b=2}, where a plus is a blank; of a repeated name the first counts. */
  static Map<String, String> decodePairs(String encoded) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      pairs.putIfAbsent(decode(name.replace('+', ' ')), decode(value.replace('+', ' ')));
    }
    return pairs;
  }

  private static int escapeAt(byte[] bytes, int at) {
    if (at + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at + 1], 16);
    int low = Character.digit(bytes[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
