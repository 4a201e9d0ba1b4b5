package dev.lifeline.emulator.blob;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a Shared Key authorization signs of a request (Blob service, version 2015-02-21 and later).
 *
 * @param method in upper case
 * @param path percent-encoded, as it is sent
 * @param query decoded parameters
 * @param headers by name in lower case
 */
record SharedKeySignature(
    String method, String path, Map<String, String> query, Map<String, String> headers) {
  private static final List<String> SIGNED_HEADERS =
      List.of(
          "content-encoding",
          "content-language",
          "content-length",
          "content-md5",
          "content-type",
          "date",
          "if-modified-since",
          "if-match",
          "if-none-match",
          "if-unmodified-since",
          "range");

  SharedKeySignature {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** The value of the Authorization header. */
  String authorization(BlobAccount account) {
    return "SharedKey " + account.name() + ":" + account.key().sign(text(account.name()));
  }

  private String text(String account) {
    String plain = SIGNED_HEADERS.stream().map(this::header).collect(Collectors.joining("\n"));
    return method + "\n" + plain + "\n" + serviceHeaders() + "/" + account + path + parameters();
  }

  private String header(String name) {
    String value = headers.getOrDefault(name, "");
    return name.equals("content-length") && value.equals("0") ? "" : value;
  }

  private String serviceHeaders() {
    return new TreeMap<>(headers)
        .entrySet().stream()
            .filter(header -> header.getKey().startsWith("x-ms-"))
            .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
            .collect(Collectors.joining());
  }

  private String parameters() {
    Map<String, String> sorted = new TreeMap<>();
    query.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value));
    return sorted.entrySet().stream()
        .map(parameter -> "\n" + parameter.getKey() + ":" + parameter.getValue())
        .collect(Collectors.joining());
  }
}
