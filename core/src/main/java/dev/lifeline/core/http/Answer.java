package dev.lifeline.core.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers by name in lower case; of repeated ones the first
 * @param text the body, empty when it is read as a stream; may hold a token
 */
public record Answer(int status, Map<String, String> headers, String text) {
  private static final Duration UNSPOKEN_THROTTLE = Duration.ofSeconds(10);

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** The value of a header; the name without regard to case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether the status is 2xx. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether the server says that it cannot now, rather than that it will not. */
  public boolean isPassing() {
    return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
  }

  /**
   * How long the server asks to wait: seconds or an HTTP date in {@code Retry-After}; when it
   * throttles without saying, ten seconds (LCS API: every request).
   */
  public Optional<Duration> retryAfter(Instant now) {
    Optional<Duration> asked = header("retry-after").flatMap(value -> delay(value.strip(), now));
    return asked.isEmpty() && status == 429 ? Optional.of(UNSPOKEN_THROTTLE) : asked;
  }

  private static Optional<Duration> delay(String value, Instant now) {
    try {
      return Optional.of(
          value.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
