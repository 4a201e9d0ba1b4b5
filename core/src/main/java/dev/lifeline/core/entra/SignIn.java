package dev.lifeline.core.entra;

import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.hub.HubClient;
import dev.lifeline.core.hub.HubToken;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Signs an account in through a public client: with its password, at Entra ID or, when its domain
 * is federated, at the organization's own identity provider; or with the refresh token of a sign-in
 * that a person made. Thread-safe.
 */
public final class SignIn {
  /** Entra sign-in: recommendation 2; what a domain that was federated meanwhile answers. */
  private static final Set<Object> MAY_BE_FEDERATED = Set.of(50126, 50034, 50056);

  private final Transport transport;
  private final Retries retries;
  private final TokenEndpoint endpoint;
  private final RealmLookup realms;
  private final Federation federation;

  /**
   * @param transport where requests go; sign-ins are repeated by their own policy only
   * @param retries what pauses between the tries, and who hears of it; its policy is not used
   * @param ids makes correlation ids
   */
  public SignIn(Transport transport, Retries retries, Supplier<UUID> ids) {
    this.transport = transport;
    this.retries = retries;
    this.endpoint = new TokenEndpoint(transport, retries, ids);
    this.realms = new RealmLookup(transport, ids);
    this.federation = new Federation(transport, endpoint);
  }

  /**
   * Sends the password, or what stands for it, once; what is refused is not tried again.
   *
   * @throws LifelineException with a code of kind SIGN_IN when it is refused, of kind GAVE_UP when
   *     there was no decision
   */
  public SignInResult signIn(Account account, Scope scope) {
    return switch (account.credential().method()) {
      case PASSWORD -> byPassword(account, scope);
      case DEVICE_CODE -> byRefreshToken(account, scope);
      case HUB -> atHub(account, scope);
    };
  }

  private SignInResult byPassword(Account account, Scope scope) {
    if (account.authority().isTokenEndpoint()) {
      return atEntra(account, scope, Realm.UNKNOWN);
    }
    if (account.realm() == Realm.MANAGED) {
      try {
        return atEntra(account, scope, Realm.MANAGED);
      } catch (LifelineException e) {
        throw mayBeFederated(account, e);
      }
    }
    UserRealm found =
        account.realm() == Realm.FEDERATED
            ? realms.surely(account.authority(), account.username())
            : realms.find(account.authority(), account.username());
    if (found.realm() == Realm.FEDERATED) {
      Grant grant = federation.grant(account, scope, found);
      return new SignInResult(grant.token(), account.credential(), Realm.FEDERATED);
    }
    return atEntra(account, scope, found.realm());
  }

  private SignInResult atEntra(Account account, Scope scope, Realm realm) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", account.clientId().value());
    form.put("grant_type", "password");
    form.put("username", account.username());
    form.put("password", account.credential().secret().reveal());
    form.put("scope", scope.value());
    Grant grant = endpoint.grant(Attempt.of(Attempt.Means.PASSWORD, account, scope), form);
    return new SignInResult(grant.token(), account.credential(), realm);
  }

  private SignInResult byRefreshToken(Account account, Scope scope) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", account.clientId().value());
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", account.credential().secret().reveal());
    form.put("scope", scope.withRefreshToken().value());
    Grant grant = endpoint.grant(Attempt.of(Attempt.Means.REFRESH_TOKEN, account, scope), form);
    Credential next =
        grant.refreshToken() == null
            ? account.credential()
            : new Credential.RefreshToken(grant.refreshToken());
    return new SignInResult(grant.token(), next, Realm.UNKNOWN);
  }

  private SignInResult atHub(Account account, Scope scope) {
    if (!(account.credential() instanceof Credential.HubAccess access)) {
      throw new IllegalStateException("only a hub's access signs in at a hub");
    }
    Instant asked = retries.time().instant();
    HubToken token =
        new HubClient(access.hub(), access.secret(), transport).token(access.connection());
    if (!Scope.lcs(token.endpoint()).equals(scope)) {
      throw Problem.of(
              ProblemCode.HUB_REFUSED,
              "the hub '" + access.hub() + "' has tokens for " + token.endpoint() + " only")
          .why("A connection of a hub leads to one LCS API endpoint.")
          .fix("use a connection of the hub that leads elsewhere")
          .fix("if it was changed on the hub, take that over: lifeline connection update NAME")
          .raise();
    }
    return new SignInResult(
        new AccessToken(token.value(), asked, token.expires()), access, Realm.UNKNOWN);
  }

  /** Asks, without the password, whether the remembered realm still holds. */
  private LifelineException mayBeFederated(Account account, LifelineException refusal) {
    Object number = refusal.problem().details().get("aadsts");
    if (number == null
        || !MAY_BE_FEDERATED.contains(number)
        || realms.of(account.authority(), account.username()) != Realm.FEDERATED) {
      return refusal;
    }
    return refusal
        .problem()
        .why(
            "The domain of this user name is federated now: the organization's own sign-in checks its passwords, and Entra ID does not.")
        .fix(
            "have that found out and remembered, then run the job again: lifeline connection verify")
        .raise(refusal);
  }
}
