package dev.lifeline.core.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The address of a blob with the right to use it. The query is a secret and is never printed; it is
 * sent exactly as given, because a query that was taken apart no longer matches its signature (Blob
 * transfer: the URL).
 */
public final class SasUrl {
  private final String address;
  private final String query;

  private SasUrl(String address, String query) {
    this.address = address;
    this.query = query;
  }

  /**
   * Reads an address with its signature.
   *
   * @throws IllegalArgumentException when it is not an absolute http(s) address; the text of the
   *     exception does not hold the address
   */
  public static SasUrl of(String text) {
    int mark = text.indexOf('?');
    String address = mark < 0 ? text : text.substring(0, mark);
    String query = mark < 0 ? "" : text.substring(mark + 1);
    SasUrl url = new SasUrl(address, query);
    try {
      URI uri = new URI(text);
      boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      boolean safe = "https".equalsIgnoreCase(uri.getScheme()) || HostName.of(uri).isLoopback();
      if (uri.getHost() != null && plain && safe) {
        return url;
      }
    } catch (URISyntaxException e) {
      // falls through: the exception's own text would repeat the signature
    }
    throw new IllegalArgumentException("the address of the blob is not an https address");
  }

  /** The address to send a request to; a secret. */
  public URI reveal() {
    return URI.create(query.isEmpty() ? address : address + "?" + query);
  }

  /** The address with more parameters behind the signature; a secret. */
  public URI revealWith(String parameters) {
    return URI.create(address + "?" + (query.isEmpty() ? "" : query + "&") + parameters);
  }

  /**
   * Whether it lets its holder write; true when it does not say, since a stored access policy may
   * (Blob transfer: SAS parameters, {@code sp}).
   */
  public boolean mayWrite() {
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith("sp=")) {
        return parameter.indexOf('w', 3) > 0;
      }
    }
    return true;
  }

  /** When the right to use it ends, where the address says so ({@code se}). */
  public Optional<Instant> expiry() {
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith("se=")) {
        return instant(URLDecoder.decode(parameter.substring(3), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /** Blob transfer: ISO 8601 in UTC, a date with or without a time, with or without seconds. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The address without its query. */
  @Override
  public String toString() {
    return query.isEmpty() ? address : address + "?***";
  }
}
