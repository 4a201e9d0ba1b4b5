package dev.lifeline.core.hub;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.hub.HubAnswers.ConnectionJson;
import dev.lifeline.core.hub.HubAnswers.ConnectionsJson;
import dev.lifeline.core.hub.HubAnswers.RotationJson;
import dev.lifeline.core.hub.HubAnswers.TokenJson;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import java.io.OutputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A hub's calls, one method each. Thread-safe. */
public final class HubClient {
  private final HubEndpoint hub;
  private final Secret token;
  private final Transport transport;

  /**
   * Sends nothing yet.
   *
   * @param token a personal access token of the hub; goes to the hub and to nobody else
   * @param transport repeats what may be repeated
   */
  public HubClient(HubEndpoint hub, Secret token, Transport transport) {
    this.hub = hub;
    this.token = token;
    this.transport = transport;
  }

  /**
   * The connections that the token's owner may use.
   *
   * @throws LifelineException HUB_TOKEN_REFUSED, HUB_REFUSED; of kind GAVE_UP
   */
  public List<HubConnection> connections() {
    Answer answer = send(Request.get(URI.create(hub + "/api/v1/connections")));
    @Nullable List<ConnectionJson> found =
        Json.read(answer.text(), ConnectionsJson.class).map(ConnectionsJson::value).orElse(null);
    if (found == null) {
      throw HubRefusals.unreadable(hub, "Its answer is no list of connections.");
    }
    List<HubConnection> connections = new ArrayList<>();
    for (ConnectionJson each : found) {
      connections.add(
          new HubConnection(
              text(each.id()),
              text(each.name()),
              text(each.authenticationEndpoint()),
              text(each.apiEndpoint()),
              text(each.username()),
              text(each.clientId())));
    }
    return connections;
  }

  /**
   * A token through a connection. Asking again makes no second sign-in.
   *
   * @param connection its id
   * @throws LifelineException HUB_TOKEN_REFUSED, HUB_REFUSED; whatever the hub's own sign-in met;
   *     of kind GAVE_UP
   */
  public HubToken token(String connection) {
    URI address = URI.create(hub + "/api/v1/connections/" + connection + "/token");
    Answer answer = send(Request.post(address, Body.json("{}")).repeat(Repeat.ALWAYS));
    TokenJson json =
        Json.read(answer.text(), TokenJson.class).orElse(new TokenJson(null, null, null));
    Secret value = json.accessToken();
    if (value == null) {
      throw HubRefusals.unreadable(hub, "There is no token in its answer.");
    }
    try {
      return new HubToken(
          value, Instant.parse(text(json.expires())), ApiEndpoint.of(text(json.apiEndpoint())));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw HubRefusals.unreadable(hub, "Its answer does not say what the token is for.");
    }
  }

  /**
   * Everything that the hub has, as a backup.
   *
   * @param stream takes it; what it has taken when this fails is no backup
   * @throws LifelineException HUB_TOKEN_REFUSED, HUB_REFUSED; of kind GAVE_UP
   */
  public void backup(OutputStream stream) {
    transport.receive(
        authorized(Request.get(URI.create(hub + "/api/v1/backup"))),
        (head, body) -> {
          if (!head.isSuccess()) {
            throw HubRefusals.ofAdministration(hub, head);
          }
          return body.transferTo(stream);
        });
  }

  /**
   * Lets the hub encrypt every password with a new key.
   *
   * @return how many there are
   * @throws LifelineException HUB_TOKEN_REFUSED, HUB_REFUSED; of kind GAVE_UP
   */
  public int rotateKey() {
    URI address = URI.create(hub + "/api/v1/key/rotation");
    Answer answer =
        transport.send(authorized(Request.post(address, Body.json("{}")).repeat(Repeat.ALWAYS)));
    if (!answer.isSuccess()) {
      throw HubRefusals.ofAdministration(hub, answer);
    }
    return Json.read(answer.text(), RotationJson.class)
        .map(RotationJson::encryptedAgain)
        .orElseThrow(() -> HubRefusals.unreadable(hub, "It does not say what it did."));
  }

  private Request authorized(Request request) {
    return request
        .header("Authorization", "Bearer " + token.reveal())
        .header("Accept", "application/json");
  }

  private Answer send(Request request) {
    Answer answer = transport.send(authorized(request));
    if (!answer.isSuccess()) {
      throw HubRefusals.of(hub, answer);
    }
    return answer;
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
