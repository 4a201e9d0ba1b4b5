package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.Time;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs an account in with user name and password through a public client: one POST (Entra sign-in:
 * the token request itself). Thread-safe.
 */
public final class SignIn {
  /** The shortest lifetime that Entra ID documents; used when an answer does not say. */
  private static final Duration UNSPOKEN_LIFETIME = Duration.ofMinutes(60);

  private final Transport transport;
  private final Time time;
  private final Supplier<UUID> ids;

  /**
   * @param transport repeats what may be repeated
   * @param ids makes correlation ids
   */
  public SignIn(Transport transport, Time time, Supplier<UUID> ids) {
    this.transport = transport;
    this.time = time;
    this.ids = ids;
  }

  /**
   * Sends the password once; what Entra ID refuses is not tried again.
   *
   * @throws LifelineException with a code of kind SIGN_IN when it is refused, of kind GAVE_UP when
   *     Entra ID cannot be reached
   */
  public AccessToken signIn(Account account) {
    Instant asked = time.instant();
    Answer answer = transport.send(request(account));
    Optional<TokenJson> token =
        answer.isSuccess() ? Json.readSnakeCase(answer.text(), TokenJson.class) : Optional.empty();
    Secret value = token.map(TokenJson::accessToken).orElse(null);
    if (token.isEmpty() || value == null) {
      throw Refusals.of(account, answer).raise();
    }
    return new AccessToken(value, asked, asked.plus(lifetime(token.get().expiresIn())));
  }

  private Request request(Account account) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", account.clientId().value());
    form.put("grant_type", "password");
    form.put("username", account.username());
    form.put("password", account.password().reveal());
    form.put("scope", account.audience() + "/user_impersonation");
    URI address = URI.create(account.authority() + "/oauth2/v2.0/token");
    return Request.post(address, Body.form(form))
        .header("Accept", "application/json")
        .header("client-request-id", ids.get().toString())
        .header("return-client-request-id", "true")
        .repeat(Repeat.AFTER_AN_ANSWER);
  }

  private static Duration lifetime(@Nullable String seconds) {
    return seconds != null && seconds.matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : UNSPOKEN_LIFETIME;
  }
}
