package dev.lifeline.core.entra;

import dev.lifeline.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself (Entra sign-in: access-token claims). For diagnosis only: nothing is
 * verified, since only the service that the token is for can do that.
 *
 * @param audiences for whom it is; one as a rule
 * @param scopes what it permits; empty for a token without an account
 * @param tenantId the account's tenant, or null
 * @param applicationId the application that asked, or null
 * @param username the account, for display, or null
 * @param issued when it was made by the clock of Entra ID, or null
 * @param expires when it ends by the clock of Entra ID, or null
 * @param passwordExpires when the account's password ends, or null when the token does not say
 */
public record TokenClaims(
    List<String> audiences,
    List<String> scopes,
    @Nullable String tenantId,
    @Nullable String applicationId,
    @Nullable String username,
    @Nullable Instant issued,
    @Nullable Instant expires,
    @Nullable Instant passwordExpires) {
  /** What lies farther ahead stands for a password that never ends. */
  private static final long TEN_YEARS = Duration.ofDays(3_650).toSeconds();

  public TokenClaims {
    audiences = List.copyOf(audiences);
    scopes = List.copyOf(scopes);
  }

  /** The claims of a token; empty for one that is no JWT, which is no error. */
  public static Optional<TokenClaims> of(AccessToken token) {
    String[] parts = token.value().reveal().split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return decoded(parts[1])
        .flatMap(text -> Json.readSnakeCase(text, TokenClaimsJson.class))
        .map(claims -> of(claims, token.obtained()));
  }

  private static TokenClaims of(TokenClaimsJson claims, Instant obtained) {
    Optional<Long> left = seconds(claims.pwdExp()).filter(seconds -> seconds <= TEN_YEARS);
    return new TokenClaims(
        claims.audiences(),
        claims.scopes(),
        claims.tid(),
        first(claims.appid(), claims.azp()),
        first(claims.upn(), first(claims.uniqueName(), claims.preferredUsername())),
        seconds(claims.iat()).map(Instant::ofEpochSecond).orElse(null),
        seconds(claims.exp()).map(Instant::ofEpochSecond).orElse(null),
        left.map(obtained::plusSeconds).orElse(null));
  }

  private static Optional<String> decoded(String part) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> seconds(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,11}")
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
