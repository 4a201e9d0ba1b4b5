package dev.lifeline.hub;

import dev.lifeline.core.Surroundings;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.scenario.Pause;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.hub.engine.EngineSettings;
import dev.lifeline.hub.schedule.Pace;
import dev.lifeline.hub.secret.LocalMasterKey;
import dev.lifeline.hub.store.DatabaseAddress;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hubs in a hurry beside an emulator in which an hour of servicing passes in half a second. */
public final class RunLab implements AutoCloseable {
  /** Looks ten times a second. */
  public static final EngineSettings FAST =
      new EngineSettings(
          new Pace(8, Duration.ofMillis(20), Duration.ofMillis(250), Duration.ofSeconds(5)),
          Duration.ofMillis(100),
          Duration.ofMinutes(15),
          Duration.ofMillis(200),
          Duration.ofMillis(100));

  /** Looks for nothing to do within any test. */
  public static final EngineSettings IDLE =
      new EngineSettings(
          new Pace(1, Duration.ofDays(1), Duration.ofDays(1), Duration.ofSeconds(1)),
          FAST.interval(),
          FAST.outage(),
          FAST.troubled(),
          FAST.rest());

  static final Secret KEY = Secret.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

  private static final int TIME_SCALE = 7200;
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  public final Emulator emulator;
  public final DatabaseAddress database;
  public final Hub hub;
  public final String administrator;
  public final String projectId;
  public final String connection;
  private final HttpClient client = HttpClient.newHttpClient();

  public RunLab(DatabaseKind kind) throws IOException, InterruptedException {
    this(kind, FAST, pause -> {});
  }

  /**
   * A hub that works as said.
   *
   * @param pause how delays of the emulator are spent
   */
  public RunLab(DatabaseKind kind, EngineSettings engine, Pause pause)
      throws IOException, InterruptedException {
    this.emulator =
        Emulator.start(
            EmulatorSettings.DEFAULTS.withTimeScale(TIME_SCALE),
            dev.lifeline.emulator.Surroundings.ofTheMachine(pause));
    emulator.world().changeSettings(it -> it.withDatabaseOperations(1000));
    this.database = kind.fresh();
    this.hub = node(engine);
    String code = hub.administratorUrl().orElseThrow().getPath().replace("/setup/", "");
    HubLab.Answer setup =
        call(
            "POST",
            "/api/v1/setup",
            null,
            Map.of(
                "code", code,
                "uniqueName", "root@contoso.example",
                "organization", "contoso",
                "project", "Main"));
    this.administrator = setup.at("accessToken", "token");
    this.projectId = setup.at("project", "id");
    this.connection = connect("LCS", emulator.addresses().password().text());
  }

  /** Another node on the same database. */
  public Hub node(EngineSettings engine) {
    NetworkSettings network =
        new NetworkSettings(emulator.addresses().caCertificate(), null, List.of());
    return Hub.start(
        new HubSettings(
            "127.0.0.1", 0, database, LocalMasterKey.of(KEY, "the tests"), network, true),
        new Surroundings(new SystemTime(), new SecureRandom(), UUID::randomUUID, Listener.NONE),
        engine);
  }

  /** A connection to the emulator, by its id. */
  public String connect(String name, String password) throws IOException, InterruptedException {
    Addresses at = emulator.addresses();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("clientid", at.clientId().toString());
    parameters.put("username", at.username());
    parameters.put("password", password);
    HubLab.Answer made =
        call(
            "POST",
            "/contoso/_apis/serviceendpoint/endpoints",
            administrator,
            Map.of(
                "name", name,
                "type", "lcsserviceendpoint",
                "url", at.authenticationEndpoint().toString(),
                "data", Map.of("apiurl", at.apiEndpoint().toString()),
                "authorization", Map.of("scheme", "UsernamePassword", "parameters", parameters),
                "serviceEndpointProjectReferences",
                    List.of(Map.of("name", name, "projectReference", Map.of("id", projectId)))));
    return made.at("id");
  }

  /** Gives the administrator a password, as an invitation does. */
  public void password(String password) throws IOException, InterruptedException {
    String person =
        call("GET", "/api/v1/people", administrator, null)
            .text()
            .replaceFirst("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
    HubLab.Answer invitation =
        call("POST", "/api/v1/people/" + person + "/invitation", administrator, null);
    HubLab.Answer set =
        new Browser(hub.url())
            .post(
                URI.create(invitation.at("url")).getPath(),
                Map.of("new-password", password, "again", password));
    if (set.status() != 303) {
      throw new AssertionError(set.text());
    }
  }

  /** What asks for a run of these steps. */
  public Map<String, Object> order(List<Map<String, String>> steps) {
    Map<String, Object> order = new HashMap<>();
    order.put("connection", connection);
    order.put("projectId", emulator.addresses().projectId().toString());
    order.put("name", "release");
    order.put("steps", steps);
    return order;
  }

  /** Asks for a run and gives its id. */
  public String start(List<Map<String, String>> steps) throws IOException, InterruptedException {
    HubLab.Answer answer = call("POST", "/api/v1/runs", administrator, order(steps));
    if (answer.status() != 201) {
      throw new AssertionError(answer.text());
    }
    return answer.at("id");
  }

  /** Asks for a run of one step. */
  public String start(Map<String, String> step) throws IOException, InterruptedException {
    return start(List.of(step));
  }

  /** The run at its end. */
  public HubLab.Answer end(String run) throws IOException, InterruptedException {
    return await(
        run, answer -> List.of("succeeded", "failed", "cancelled").contains(answer.at("state")));
  }

  /** The run when it is as wanted. */
  public HubLab.Answer await(String run, Predicate<HubLab.Answer> wanted)
      throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long tries = PATIENCE.toMillis() / 20;
    for (long i = 0; i < tries; i++) {
      HubLab.Answer answer = call("GET", "/api/v1/runs/" + run, administrator, null);
      if (wanted.test(answer)) {
        return answer;
      }
      never.await(20, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError(
        call("GET", "/api/v1/runs/" + run, administrator, null).text()
            + call("GET", "/api/v1/runs/" + run + "/events", administrator, null).text());
  }

  /** The texts of what happened to a run. */
  public List<String> events(String run) throws IOException, InterruptedException {
    Map<?, ?> answer = call("GET", "/api/v1/runs/" + run + "/events", administrator, null).json();
    return ((List<?>) answer.get("value"))
        .stream()
            .map(each -> ((Map<?, ?>) each).get("kind") + ": " + ((Map<?, ?>) each).get("text"))
            .toList();
  }

  public String asset(String fileName) {
    return emulator.world().lifecycle().assets().stream()
        .filter(it -> it.fileName().equals(fileName))
        .map(Asset::id)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  /** The id of an environment; looking for its name would count against LCS's limits. */
  public String environment(String name) {
    return emulator.world().lifecycle().environments().stream()
        .filter(it -> it.name().equals(name))
        .map(it -> it.id().toString())
        .findFirst()
        .orElseThrow();
  }

  /** A deployment of the ready-made release. */
  public Map<String, String> deployment(String environment, String updateName) {
    return Map.of(
        "kind",
        "deploy",
        "environment",
        environment,
        "asset",
        asset("contoso-release-1.zip"),
        "updateName",
        updateName);
  }

  /** What was started in LCS. */
  public List<Operation> operations(OperationKind kind) {
    return emulator.world().lifecycle().operations().stream()
        .filter(it -> it.kind() == kind)
        .toList();
  }

  /** How many requests LCS got whose path has that in it. */
  public long requests(String part) {
    return emulator.received().list().stream().filter(it -> it.path().contains(part)).count();
  }

  public HubLab.Answer call(
      String method, String path, @Nullable String token, @Nullable Object body)
      throws IOException, InterruptedException {
    return call(hub, method, path, token, body);
  }

  public HubLab.Answer call(
      Hub node, String method, String path, @Nullable String token, @Nullable Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.url() + path))
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
    return new HubLab.Answer(answer.statusCode(), answer.headers().map(), answer.body());
  }

  /** Asks for a run with more headers. */
  public HubLab.Answer call(Map<String, String> headers, Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hub.url() + "/api/v1/runs"))
            .header("Authorization", "Bearer " + administrator)
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
    headers.forEach(request::header);
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new HubLab.Answer(answer.statusCode(), answer.headers().map(), answer.body());
  }

  @Override
  public void close() {
    hub.close();
    emulator.close();
  }
}
