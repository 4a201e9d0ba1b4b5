package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave.
 *
 * @param token the token
 * @param refreshToken what the next one can be had with, or null
 */
record Grant(AccessToken token, @Nullable Secret refreshToken) {
  /** The shortest lifetime that Entra ID documents; used when an answer does not say. */
  private static final Duration UNSPOKEN_LIFETIME = Duration.ofMinutes(60);

  /** The token in an answer; empty when there is none in it. */
  static Optional<Grant> in(Answer answer, Instant asked) {
    if (!answer.isSuccess()) {
      return Optional.empty();
    }
    return Json.readSnakeCase(answer.text(), TokenJson.class).flatMap(json -> of(json, asked));
  }

  private static Optional<Grant> of(TokenJson json, Instant asked) {
    Secret value = json.accessToken();
    if (value == null) {
      return Optional.empty();
    }
    Instant expires = asked.plus(lifetime(json.expiresIn()));
    return Optional.of(new Grant(new AccessToken(value, asked, expires), json.refreshToken()));
  }

  private static Duration lifetime(@Nullable String seconds) {
    return seconds != null && seconds.matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : UNSPOKEN_LIFETIME;
  }
}
