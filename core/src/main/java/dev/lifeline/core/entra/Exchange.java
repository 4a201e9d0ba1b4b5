package dev.lifeline.core.entra;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Microsoft's library takes for the network during one sign-in. It hands the library good
 * answers only, since others make it repeat the password or block later sign-ins of the whole
 * process; they become problems here. The last step, at Entra ID, is made by Lifeline itself.
 */
final class Exchange implements IHttpClient {
  private final Transport transport;
  private final TokenEndpoint endpoint;
  private final Attempt attempt;
  private final UserRealm realm;
  private String host = "";
  private boolean passwordSent;
  private @Nullable Grant granted;

  Exchange(Transport transport, TokenEndpoint endpoint, Attempt attempt, UserRealm realm) {
    this.transport = transport;
    this.endpoint = endpoint;
    this.attempt = attempt;
    this.realm = realm;
  }

  Attempt attempt() {
    return attempt;
  }

  String scope() {
    return attempt.scope().value();
  }

  /** The host of the organization's own sign-in. */
  String host() {
    return host;
  }

  boolean passwordSent() {
    return passwordSent;
  }

  Optional<Grant> granted() {
    return Optional.ofNullable(granted);
  }

  @Override
  public IHttpResponse send(HttpRequest request) {
    if (request.url().getPath().startsWith("/common/userrealm/")) {
      return good(realm.text()); // asked before, with the user name percent-encoded
    }
    if (request.httpMethod() == HttpMethod.GET) {
      return good(metadata(request));
    }
    return good(request.headerValue("SOAPAction") == null ? token(request) : assertion(request));
  }

  private String metadata(HttpRequest request) {
    URI address = address(request);
    Answer answer = transport.send(Request.get(address));
    if (!answer.isSuccess()) {
      throw unanswered(answer);
    }
    if (!WellFormed.isXml(answer.text())) {
      throw Federation.unusable(attempt, "what '" + host + "' says of itself cannot be read")
          .raise();
    }
    return SecurityPolicies.asTheLibraryFindsThem(answer.text());
  }

  private String assertion(HttpRequest request) {
    URI address = address(request);
    if (passwordSent) {
      throw new IllegalStateException("the password is sent once");
    }
    passwordSent = true;
    Answer answer =
        transport.send(
            Request.post(address, Body.text("application/soap+xml; charset=utf-8", request.body()))
                .header("SOAPAction", request.headerValue("SOAPAction"))
                .repeat(Repeat.BY_THE_SENDER));
    Optional<SoapFault> fault = SoapFault.in(answer.text());
    if (fault.isPresent()) {
      throw refused(fault.get()).raise();
    }
    if (!answer.isSuccess()) {
      throw unanswered(answer);
    }
    if (!WellFormed.isXml(answer.text())) {
      throw Federation.unusable(attempt, "the answer of '" + host + "' cannot be read").raise();
    }
    return answer.text();
  }

  /** Password and user name stay with the organization; the assertion stands for them. */
  private String token(HttpRequest request) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : request.body().split("&", -1)) {
      String[] pair = field.split("=", 2);
      form.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]));
    }
    form.keySet().removeAll(List.of("username", "password", "client_info"));
    form.put("scope", scope());
    granted = endpoint.grant(attempt, form);
    return "{}";
  }

  private URI address(HttpRequest request) {
    String address = request.url().toString();
    if (!Federation.isHttps(address)) {
      throw Federation.unusable(attempt, "'" + address + "' is not https").raise();
    }
    host = request.url().getHost();
    return URI.create(address);
  }

  private Problem refused(SoapFault fault) {
    if (!fault.isOfThePassword()) {
      return Federation.unusable(
          attempt, "'" + host + "' refused" + (fault.text().isEmpty() ? "" : ": " + fault.text()));
    }
    return Problem.of(
            ProblemCode.PASSWORD_WRONG,
            attempt
                + " was refused by the organization's own sign-in: the user name or the password is wrong")
        .why(
            "The domain of this user name is federated, so '"
                + host
                + "' checks its passwords, not Entra ID. Lifeline does not try it again, because wrong passwords lock the account.")
        .fix(
            "sign in once in a browser with this user name, then give the connection the password that worked")
        .step(SetupStep.ACCOUNT)
        .detail("fault", fault.text().isEmpty() ? null : fault.text());
  }

  private LifelineException unanswered(Answer answer) {
    String what = "'" + host + "' answered " + answer;
    if (!answer.isPassing()) {
      return Federation.unusable(attempt, what).detail("status", answer.status()).raise();
    }
    return Problem.of(ProblemCode.SERVICE_UNAVAILABLE, attempt + " got no decision: " + what)
        .why("The organization's own sign-in, which checks this password, is out of order.")
        .fix("try again in some minutes, and have that server checked")
        .detail("status", answer.status())
        .raise();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static IHttpResponse good(String body) {
    HttpResponse response = new HttpResponse().statusCode(200).body(body);
    response.addHeaders(Map.of());
    return response;
  }
}
