package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks Entra ID who checks an account's password (Entra sign-in: user realm answer). No password
 * takes part. Thread-safe.
 */
public final class RealmLookup {
  private final Transport transport;
  private final Supplier<UUID> ids;

  /**
   * @param transport where the question goes; it is asked once
   * @param ids makes correlation ids
   */
  public RealmLookup(Transport transport, Supplier<UUID> ids) {
    this.transport = transport;
    this.ids = ids;
  }

  /**
   * The realm of an account; UNKNOWN when the authority has none, does not say, answers something
   * else, or cannot be reached: then the password has to find out.
   *
   * @throws LifelineException INTERRUPTED
   */
  public Realm of(AuthenticationEndpoint authority, String username) {
    return find(authority, username).realm();
  }

  /** As {@link #of}, with what else the authority says. */
  UserRealm find(AuthenticationEndpoint authority, String username) {
    if (authority.isTokenEndpoint()) {
      return UserRealm.UNKNOWN;
    }
    try {
      return UserRealm.in(ask(authority, username, Repeat.BY_THE_SENDER));
    } catch (LifelineException e) {
      if (e.code().kind() == Kind.INTERRUPTED) {
        throw e;
      }
      return UserRealm.UNKNOWN;
    }
  }

  /**
   * The realm of an account that is known to be federated, which cannot sign in without it.
   *
   * @throws LifelineException of kind GAVE_UP when the authority does not say it now
   */
  UserRealm surely(AuthenticationEndpoint authority, String username) {
    Answer answer = ask(authority, username, Repeat.ALWAYS);
    UserRealm found = UserRealm.in(answer);
    if (found.equals(UserRealm.UNKNOWN)) {
      throw Problem.of(
              ProblemCode.SERVICE_UNAVAILABLE,
              "Entra ID does not say where '" + username + "' signs in: it answered " + answer)
          .why(
              "The account's domain is federated, so its password goes to the organization's own sign-in, and only Entra ID says where that is.")
          .fix("try again in some minutes; if it stays so, check the proxy")
          .detail("status", answer.status())
          .raise();
    }
    return found;
  }

  private Answer ask(AuthenticationEndpoint authority, String username, Repeat repeat) {
    URI address = URI.create(authority.userRealms() + encoded(username) + "?api-version=1.0");
    return transport.send(
        Request.get(address)
            .header("Accept", "application/json")
            .header("client-request-id", ids.get().toString())
            .header("return-client-request-id", "true")
            .repeat(repeat));
  }

  /** A path segment; a plus sign stands for itself there, a blank does not. */
  private static String encoded(String username) {
    return URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
