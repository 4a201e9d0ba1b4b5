package dev.lifeline.hub.access;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.PersonalToken;
import dev.lifeline.hub.store.Tables;
import dev.lifeline.hub.web.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out who calls: a personal access token as the password of Basic, whatever the user name, or
 * as Bearer (Service Endpoints REST: authentication); a browser's session where pages need it.
 */
final class Authentication {
  private static final int LONGEST = 512;

  private Authentication() {}

  /** The caller; empty without anything that is good on that route. */
  static Optional<Caller> of(Route route, HttpCall call, Tables tables, Instant now) {
    boolean bringsToken = call.header("authorization").isPresent();
    if (route.takesSessions() && !(bringsToken && route.takesTokens())) {
      return SignedIn.find(call, tables, now).map(Caller.class::cast);
    }
    return route.takesTokens() ? byToken(call, tables, now) : Optional.empty();
  }

  private static Optional<Caller> byToken(HttpCall call, Tables tables, Instant now) {
    Optional<PersonalToken> token =
        call.header("authorization")
            .filter(header -> header.length() <= LONGEST)
            .flatMap(Authentication::text)
            .flatMap(text -> tables.personalTokens().withHash(TokenText.hash(text)))
            .filter(found -> found.isGood(now));
    token.ifPresent(good -> tables.personalTokens().used(good, now));
    return token.map(good -> new Caller.ByToken(good, call.from()));
  }

  private static Optional<Secret> text(String header) {
    int blank = header.indexOf(' ');
    String scheme = blank < 0 ? "" : header.substring(0, blank).toLowerCase(Locale.ROOT);
    String rest = header.substring(blank + 1).strip();
    return switch (scheme) {
      case "bearer" -> secret(rest);
      case "basic" -> password(rest);
      default -> Optional.empty();
    };
  }

  private static Optional<Secret> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return secret(pair.substring(pair.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Secret> secret(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Secret.of(text));
  }
}
