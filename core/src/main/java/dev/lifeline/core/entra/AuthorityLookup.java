package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks an Entra ID authority what it knows of an account's tenant (Entra sign-in: national clouds).
 * No password takes part. Thread-safe.
 */
public final class AuthorityLookup {
  private final Transport transport;
  private final Supplier<UUID> ids;

  /**
   * @param transport repeats what may be repeated
   * @param ids makes correlation ids
   */
  public AuthorityLookup(Transport transport, Supplier<UUID> ids) {
    this.transport = transport;
    this.ids = ids;
  }

  /**
   * What the authority says of its own tenant; where it stands for every tenant, of the one that
   * the account's domain belongs to.
   *
   * @throws LifelineException TENANT_UNKNOWN; SIGN_IN_REFUSED when something answers that is not
   *     Entra ID; of kind GAVE_UP when the authority cannot be reached or is out of order
   */
  public AuthorityFacts of(AuthenticationEndpoint authority, String username) {
    String tenant = tenant(authority, username);
    Answer answer = transport.send(request(authority, tenant));
    if (answer.isPassing()) {
      throw outOfOrder(authority, answer);
    }
    if (!answer.isSuccess()) {
      throw refusal(authority, tenant, answer);
    }
    return Json.readSnakeCase(answer.text(), AuthorityJson.class)
        .flatMap(json -> facts(tenant, json))
        .orElseThrow(() -> notEntra(authority, answer));
  }

  private static String tenant(AuthenticationEndpoint authority, String username) {
    String domain = username.substring(username.lastIndexOf('@') + 1);
    boolean isDomain = username.contains("@") && domain.contains(".");
    return authority.tenant().equals("organizations") && isDomain ? domain : authority.tenant();
  }

  private Request request(AuthenticationEndpoint authority, String tenant) {
    String path = "/" + URLEncoder.encode(tenant, StandardCharsets.UTF_8);
    URI address =
        tenant.equals(authority.tenant())
            ? authority.configuration()
            : new AuthenticationEndpoint(authority.uri().resolve(path)).configuration();
    return Request.get(address)
        .header("Accept", "application/json")
        .header("client-request-id", ids.get().toString())
        .header("return-client-request-id", "true");
  }

  private static Optional<AuthorityFacts> facts(String tenant, AuthorityJson json) {
    String endpoint = json.tokenEndpoint();
    try {
      return Optional.ofNullable(endpoint == null ? null : URI.create(endpoint).getHost())
          .map(
              host ->
                  new AuthorityFacts(
                      tenant, host, json.tenantRegionScope(), json.tenantRegionSubScope()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static LifelineException refusal(
      AuthenticationEndpoint authority, String tenant, Answer answer) {
    Optional<RefusalJson> refusal =
        Json.readSnakeCase(answer.text(), RefusalJson.class).filter(json -> json.error() != null);
    return refusal
        .map(json -> unknown(authority, tenant, json))
        .orElse(notEntra(authority, answer));
  }

  private static LifelineException unknown(
      AuthenticationEndpoint authority, String tenant, RefusalJson refusal) {
    return Problem.of(
            ProblemCode.TENANT_UNKNOWN,
            "'" + authority.uri().getHost() + "' does not know the tenant '" + tenant + "'")
        .why("The domain or id is mistyped, or another cloud keeps the tenant.")
        .fix("check the domain of the user name, and the tenant in the authentication endpoint")
        .fix("check that the authentication endpoint is that of the tenant's cloud")
        .step(SetupStep.CONNECTION)
        .detail("error", refusal.error())
        .detail("traceId", refusal.traceId())
        .detail("correlationId", refusal.correlationId())
        .detail("timestamp", refusal.timestamp())
        .raise();
  }

  private static LifelineException outOfOrder(AuthenticationEndpoint authority, Answer answer) {
    ProblemCode code =
        answer.status() == 429 ? ProblemCode.THROTTLED : ProblemCode.SERVICE_UNAVAILABLE;
    return Problem.of(code, "'" + authority.uri().getHost() + "' answered " + answer)
        .why("Entra ID, or a proxy before it, is overloaded or out of order.")
        .fix("try again in some minutes")
        .detail("status", answer.status())
        .raise();
  }

  private static LifelineException notEntra(AuthenticationEndpoint authority, Answer answer) {
    return Problem.of(
            ProblemCode.SIGN_IN_REFUSED,
            "'" + authority + "' answered " + answer + ", which is no answer of Entra ID")
        .why("The address is not an Entra ID authority, or a proxy answered in its place.")
        .fix("check the authentication endpoint of the connection, and the proxy")
        .step(SetupStep.CONNECTION)
        .detail("status", answer.status())
        .raise();
  }
}
