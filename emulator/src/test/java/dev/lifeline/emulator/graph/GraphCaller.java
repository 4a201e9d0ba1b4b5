package dev.lifeline.emulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.Directory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An account before Graph, with a token of exactly these permissions. */
final class GraphCaller {

  static final String[] REGISTERING = {
    "Application.ReadWrite.All", "DelegatedPermissionGrant.ReadWrite.All", "User.ReadBasic.All"
  };

  private final Lab lab;
  private final String token;

  private GraphCaller(Lab lab, String token) {
    this.lab = lab;
    this.token = token;
  }

  static GraphCaller of(Lab lab, String username, String... scopes) {
    Directory directory = lab.emulator.world().directoryOfUser(username).orElseThrow();
    long now = lab.clock.instant().getEpochSecond();
    Fields claims =
        Fields.of("aud", "https://graph.microsoft.com")
            .with("exp", now + 3600)
            .with("oid", directory.account(username).orElseThrow().id().toString())
            .with("appid", UUID.randomUUID().toString())
            .with("scp", String.join(" ", scopes));
    return new GraphCaller(
        lab, new TokenKey(lab.emulator.world().state().signingKey()).sign(claims));
  }

  Lab.Answer get(String path) throws Exception {
    return lab.send(request(path));
  }

  /** The rows that a filter lets through. */
  List<?> find(String resource, String filter) throws Exception {
    Lab.Answer answer = get(resource + "?$filter=" + URLEncoder.encode(filter, UTF_8));
    return (List<?>) answer.json().get("value");
  }

  Lab.Answer post(String path, Map<String, ?> body) throws Exception {
    return lab.send(request(path).POST(BodyPublishers.ofString(Json.write(body))));
  }

  Lab.Answer patch(String path, Map<String, ?> body, String... headers) throws Exception {
    HttpRequest.Builder request =
        request(path).method("PATCH", BodyPublishers.ofString(Json.write(body)));
    return lab.send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create(lab.emulator.addresses().graphEndpoint() + "/v1.0/" + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  /** The code of a refusal. */
  static Object code(Lab.Answer answer) {
    return ((Map<?, ?>) answer.json().get("error")).get("code");
  }
}
