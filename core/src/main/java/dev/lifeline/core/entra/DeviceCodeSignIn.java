package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.DeviceCode;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Signs a person in on another device (Entra sign-in: device code): a code is shown here, the
 * person types it in there, and Lifeline asks until that is done. Thread-safe.
 */
public final class DeviceCodeSignIn {
  private final Transport transport;
  private final Time time;
  private final Supplier<UUID> ids;

  /**
   * @param transport repeats what may be repeated
   * @param time waits between the questions
   * @param ids makes correlation ids
   */
  public DeviceCodeSignIn(Transport transport, Time time, Supplier<UUID> ids) {
    this.transport = transport;
    this.time = time;
    this.ids = ids;
  }

  /**
   * A sign-in that waits for a person. Prints no secret.
   *
   * @param code what to show
   * @param authority where
   * @param clientId the application that asks
   * @param scope what for
   * @param secret the half of the code that is not shown
   * @param interval how often may be asked
   */
  public record Begun(
      DeviceCode code,
      AuthenticationEndpoint authority,
      ClientId clientId,
      Scope scope,
      Secret secret,
      Duration interval) {
    private Attempt attempt() {
      return new Attempt(Attempt.Means.DEVICE_CODE, authority, null, scope);
    }
  }

  /**
   * Asks for a code.
   *
   * @throws LifelineException of kind SIGN_IN when Entra ID refuses, of kind GAVE_UP when it cannot
   *     be reached
   */
  public Begun begin(AuthenticationEndpoint authority, ClientId clientId, Scope scope) {
    Attempt attempt = new Attempt(Attempt.Means.DEVICE_CODE, authority, null, scope);
    if (authority.isTokenEndpoint()) {
      throw notEntra(authority);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", clientId.value());
    form.put("scope", scope.withRefreshToken().value());
    Instant asked = time.instant();
    Answer answer =
        transport.send(
            Request.post(authority.deviceCodeEndpoint(), Body.form(form))
                .header("Accept", "application/json")
                .header("client-request-id", ids.get().toString())
                .header("return-client-request-id", "true")
                .repeat(Repeat.ALWAYS));
    Optional<DeviceCodeJson> json =
        answer.isSuccess()
            ? Json.readSnakeCase(answer.text(), DeviceCodeJson.class)
            : Optional.empty();
    Optional<DeviceCode> code = json.flatMap(it -> it.code(asked));
    Secret secret = json.map(DeviceCodeJson::deviceCode).orElse(null);
    if (code.isEmpty() || secret == null) {
      throw Refusals.of(attempt, answer).raise();
    }
    return new Begun(code.get(), authority, clientId, scope, secret, json.get().pause());
  }

  /**
   * Waits until the person has signed in; the credential is a refresh token.
   *
   * @throws LifelineException DEVICE_CODE_DECLINED, DEVICE_CODE_EXPIRED, another code of kind
   *     SIGN_IN when Entra ID refuses, of kind GAVE_UP when it cannot be reached, INTERRUPTED
   */
  public SignInResult await(Begun begun) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", begun.clientId().value());
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
    form.put("device_code", begun.secret().reveal());
    Attempt attempt = begun.attempt();
    Grant grant =
        new DeviceCodePoll(transport, time, begun.interval())
            .await(
                attempt, begun.code().expires(), () -> TokenEndpoint.request(attempt, form, ids));
    return result(attempt, grant);
  }

  private static SignInResult result(Attempt attempt, Grant grant) {
    Secret refreshToken = grant.refreshToken();
    if (refreshToken == null) {
      throw Problem.of(
              ProblemCode.SIGN_IN_REFUSED, attempt + " gave a token that cannot be renewed")
          .why("The authority left out the refresh token, which stands for the sign-in later.")
          .fix("let the application have the permission offline_access")
          .raise();
    }
    return new SignInResult(
        grant.token(), new Credential.RefreshToken(refreshToken), Realm.UNKNOWN);
  }

  private static LifelineException notEntra(AuthenticationEndpoint authority) {
    return Problem.of(
            ProblemCode.SIGN_IN_REFUSED,
            "'" + authority + "' cannot begin a sign-in on another device")
        .why("The authority is given by its token endpoint, so it is not Entra ID.")
        .fix("use an account with user name and password there")
        .raise();
  }
}
