package dev.lifeline.core.entra;

import dev.lifeline.core.model.DeviceCode;
import dev.lifeline.core.model.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A device code as Entra ID answers it. Numbers come as numbers or as text. */
record DeviceCodeJson(
    @Nullable String userCode,
    @Nullable Secret deviceCode,
    @Nullable String verificationUri,
    @Nullable String expiresIn,
    @Nullable String interval) {
  /** Entra sign-in: device code, documented value. */
  private static final Duration UNSPOKEN_LIFETIME = Duration.ofMinutes(15);

  /** RFC 8628. */
  private static final Duration UNSPOKEN_INTERVAL = Duration.ofSeconds(5);

  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

  /** What to show; empty when the answer lacks it. */
  Optional<DeviceCode> code(Instant asked) {
    Optional<URI> where = address(verificationUri);
    if (userCode == null || userCode.isBlank() || where.isEmpty()) {
      return Optional.empty();
    }
    Instant expires = asked.plus(seconds(expiresIn, UNSPOKEN_LIFETIME));
    return Optional.of(new DeviceCode(userCode, where.get(), expires));
  }

  /** How often may be asked. */
  Duration pause() {
    Duration asked = seconds(interval, UNSPOKEN_INTERVAL);
    return asked.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : asked;
  }

  /** Only what a browser may be sent to. */
  private static Optional<URI> address(@Nullable String text) {
    try {
      URI uri = URI.create(text == null ? "" : text);
      return uri.getHost() != null && uri.toString().matches("(?i)https?:.*")
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Duration seconds(@Nullable String text, Duration unspoken) {
    return text != null && text.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(text))
        : unspoken;
  }
}
