package dev.lifeline.core.preflight;

import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.TokenClaims;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a token is for LCS, by what it says of itself (Entra sign-in: access-token claims). Only
 * LCS can tell whether it is genuine.
 */
final class TokenCheck {
  /** How LCS is called besides its address. */
  private static final String LCS_APPLICATION = "913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0";

  private static final String PERMISSION = "user_impersonation";

  /** Entra sign-in: warn at more than five minutes. */
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

  private static final Duration PASSWORD_NOTICE = Duration.ofDays(14);

  private final ApiEndpoint endpoint;
  private final Instant now;

  TokenCheck(ApiEndpoint endpoint, Instant now) {
    this.endpoint = endpoint;
    this.now = now;
  }

  /**
   * Reads the token; one that cannot be read passes.
   *
   * @throws LifelineException TOKEN_NOT_FOR_LCS
   */
  Finding of(AccessToken token) {
    Optional<TokenClaims> read = TokenClaims.of(token);
    if (read.isEmpty()) {
      return Finding.of("only LCS can read it (it is no JWT)");
    }
    TokenClaims claims = read.get();
    requireAudience(claims);
    requirePermission(claims);
    String tenant = claims.tenantId() == null ? "" : ", tenant " + claims.tenantId();
    return new Finding(
        "for " + claims.audiences().get(0) + ", " + PERMISSION + tenant, warning(token, claims));
  }

  private void requireAudience(TokenClaims claims) {
    Set<String> names = Set.of(endpoint.toString(), endpoint + "/", LCS_APPLICATION);
    if (claims.audiences().stream().noneMatch(names::contains)) {
      String audience =
          claims.audiences().isEmpty()
              ? "nobody"
              : "'" + String.join("', '", claims.audiences()) + "'";
      throw notForLcs("it is for " + audience, "A token is good for one service alone.").raise();
    }
  }

  private void requirePermission(TokenClaims claims) {
    if (!claims.scopes().contains(PERMISSION)) {
      String permitted = claims.scopes().isEmpty() ? "nothing" : String.join(" ", claims.scopes());
      throw notForLcs(
              "it permits " + permitted + ", not " + PERMISSION,
              "LCS acts for an account, and without this permission the token stands for none.")
          .raise();
    }
  }

  private Problem notForLcs(String what, String why) {
    return Problem.of(
            ProblemCode.TOKEN_NOT_FOR_LCS,
            "the token is not one for LCS at '" + endpoint + "': " + what)
        .why(why)
        .fix("check the authentication endpoint of the connection: is it Entra ID's?")
        .fix(
            "check that the registration has the delegated permission user_impersonation of Dynamics Lifecycle services")
        .step(SetupStep.PERMISSION);
  }

  private @Nullable String warning(AccessToken token, TokenClaims claims) {
    List<String> warnings = new ArrayList<>();
    clock(token, claims.expires()).ifPresent(warnings::add);
    password(claims.passwordExpires()).ifPresent(warnings::add);
    return warnings.isEmpty() ? null : String.join("; ", warnings);
  }

  /** The lifetime came with the token, so that both clocks should count the same end. */
  private static Optional<String> clock(AccessToken token, @Nullable Instant expires) {
    Duration ahead = expires == null ? Duration.ZERO : Duration.between(expires, token.expires());
    if (ahead.abs().compareTo(TOLERATED_SKEW) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "the clock of this machine is "
            + ahead.abs().toMinutes()
            + (ahead.isNegative() ? " minutes behind" : " minutes ahead of")
            + " that of the authority: set it right");
  }

  private Optional<String> password(@Nullable Instant expires) {
    if (expires == null) {
      return Optional.empty();
    }
    Duration left = Duration.between(now, expires);
    return left.compareTo(PASSWORD_NOTICE) > 0
        ? Optional.empty()
        : Optional.of(
            "the account's password expires "
                + (left.toDays() < 1 ? "today" : "in " + days(left.toDays()))
                + ": change it, then run lifeline connection rotate");
  }

  private static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
