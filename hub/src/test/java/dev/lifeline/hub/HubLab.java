package dev.lifeline.hub;

import dev.lifeline.core.Surroundings;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.core.time.Time;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.hub.secret.LocalMasterKey;
import dev.lifeline.hub.signin.SignInSettings;
import dev.lifeline.hub.store.DatabaseAddress;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hub beside an emulator, with an organization, two projects and a few people. */
public final class HubLab implements AutoCloseable {
  public static final String PROJECT = "Fabrikam Fiber";
  public static final String OTHER = "Other";
  private static final Secret KEY = Secret.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

  public final ManualTime time = new ManualTime(Instant.parse("2026-11-27T10:00:00Z"));
  public final DatabaseAddress database;
  public final Emulator emulator;
  public final Hub hub;
  public final String administrator;
  public final String administratorId;
  public final String projectId;
  public final String otherId;
  private final Map<String, String> ids = new HashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /** An answer. */
  public record Answer(int status, Map<String, List<String>> headers, String text) {
    public Map<?, ?> json() {
      return Json.read(text, Map.class).orElseThrow(() -> new AssertionError(text));
    }

    public String at(String... path) {
      Object value = json();
      for (String name : path) {
        value = ((Map<?, ?>) value).get(name);
      }
      return String.valueOf(value);
    }
  }

  public HubLab(DatabaseKind kind) throws IOException, InterruptedException {
    this(kind, true);
  }

  public HubLab(DatabaseKind kind, boolean allowPrivateAddresses)
      throws IOException, InterruptedException {
    this.emulator =
        Emulator.start(
            EmulatorSettings.DEFAULTS,
            dev.lifeline.emulator.Surroundings.ofTheMachine(pause -> {}));
    this.database = kind.fresh();
    this.hub = Hub.start(settings(allowPrivateAddresses), surroundings());
    String code = hub.administratorUrl().orElseThrow().getPath().replace("/setup/", "");
    Answer setup =
        call(
            "POST",
            "/api/v1/setup",
            null,
            Map.of(
                "code",
                code,
                "uniqueName",
                "root@contoso.example",
                "organization",
                "contoso",
                "project",
                PROJECT));
    this.administrator = setup.at("accessToken", "token");
    this.administratorId = setup.at("person", "id");
    this.projectId = setup.at("project", "id");
    this.otherId =
        call("POST", "/api/v1/organizations/contoso/projects", administrator, Map.of("name", OTHER))
            .at("id");
  }

  /** A hub that nobody has set up yet. */
  public record Empty(Hub hub) implements AutoCloseable {
    public Empty() {
      this(new ManualTime(Instant.parse("2026-11-27T10:00:00Z")), SignInSettings.DEFAULTS);
    }

    public Empty(Time time, SignInSettings signIn) {
      this(
          Hub.start(
              new HubSettings(
                      "127.0.0.1",
                      0,
                      DatabaseKind.H2.fresh(),
                      LocalMasterKey.of(KEY, "the tests"),
                      NetworkSettings.DEFAULTS,
                      false)
                  .with(signIn),
              new Surroundings(time, new SecureRandom(), UUID::randomUUID, Listener.NONE)));
    }

    @Override
    public void close() {
      hub.close();
    }
  }

  public HubSettings settings(boolean allowPrivateAddresses) {
    NetworkSettings network =
        new NetworkSettings(emulator.addresses().caCertificate(), null, List.of());
    return new HubSettings(
        "127.0.0.1",
        0,
        database,
        LocalMasterKey.of(KEY, "the tests"),
        network,
        allowPrivateAddresses);
  }

  public Surroundings surroundings() {
    return new Surroundings(time, new SecureRandom(), UUID::randomUUID, Listener.NONE);
  }

  /** Adds somebody; the id is kept under the name. */
  public String person(String name) throws IOException, InterruptedException {
    Map<String, Object> body = Map.of("displayName", name, "uniqueName", name + "@contoso.example");
    ids.put(name, call("POST", "/api/v1/people", administrator, body).at("id"));
    return id(name);
  }

  /** Gives somebody a password, as an invitation does. */
  public void password(String name, String password) throws IOException, InterruptedException {
    String person = ids.getOrDefault(name, administratorId);
    Answer invitation =
        call("POST", "/api/v1/people/" + person + "/invitation", administrator, null);
    Answer set =
        new Browser(hub.url())
            .post(
                URI.create(invitation.at("url")).getPath(),
                Map.of("new-password", password, "again", password));
    if (set.status() != 303) {
      throw new AssertionError(set.text());
    }
  }

  public String id(String name) {
    return ids.get(name);
  }

  /** A token of somebody's, with these scopes. */
  public String token(String name, String... scopes) throws IOException, InterruptedException {
    Map<String, Object> body =
        Map.of("name", "of " + name, "scopes", List.of(scopes), "personId", id(name));
    return call("POST", "/api/v1/tokens", administrator, body).at("token");
  }

  /** Gives somebody a role. */
  public void role(String name, String role, String scope, String resource)
      throws IOException, InterruptedException {
    Answer answer =
        call(
            "PUT",
            "/contoso/_apis/securityroles/scopes/distributedtask."
                + scope
                + "/roleassignments/resources/"
                + resource,
            administrator,
            List.of(Map.of("roleName", role, "userId", id(name))));
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
  }

  /** The body of a connection to the emulator. */
  public Map<String, Object> endpoint(String name, String password) {
    Addresses at = emulator.addresses();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("clientid", at.clientId().toString());
    parameters.put("username", at.username());
    parameters.put("password", password);
    return Map.of(
        "name", name,
        "type", "lcsserviceendpoint",
        "url", at.authenticationEndpoint().toString(),
        "data", Map.of("apiurl", at.apiEndpoint().toString()),
        "authorization", Map.of("scheme", "UsernamePassword", "parameters", parameters),
        "serviceEndpointProjectReferences",
            List.of(Map.of("name", name, "projectReference", Map.of("id", projectId))));
  }

  public String password() {
    return emulator.addresses().password().text();
  }

  /** Creates a connection to the emulator, and gives its id. */
  public String connection(String name, String token) throws IOException, InterruptedException {
    Answer answer =
        call("POST", "/contoso/_apis/serviceendpoint/endpoints", token, endpoint(name, password()));
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return answer.at("id");
  }

  public Answer call(String method, String path, @Nullable String token, @Nullable Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hub.url() + path.replace(" ", "%20")))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(Json.write(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return ApiContract.checked(
        method, path, body, new Answer(answer.statusCode(), answer.headers().map(), answer.body()));
  }

  @Override
  public void close() {
    hub.close();
    emulator.close();
  }
}
