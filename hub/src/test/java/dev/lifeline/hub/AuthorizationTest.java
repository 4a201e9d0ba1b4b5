package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Who may take each route, tried with each kind of caller. The table stands in {@code
 * authorization.csv}: {@code ok} is an answer of the route's own, if only that the body is not what
 * it should be; {@code null} the answer for what is not there; {@code in} the way to the sign-in.
 * Pages are called with browsers, everything else with tokens, and the hub's own API with both.
 */
class AuthorizationTest {
  private static final List<String> CALLERS =
      List.of(
          "anonymous",
          "scopeless",
          "nobody",
          "reader",
          "user",
          "creator",
          "administrator of the project",
          "owner",
          "administrator");

  private static final Map<String, @Nullable String> TOKENS = new HashMap<>();
  private static final Map<String, Browser> BROWSERS = new HashMap<>();
  private static final String PASSWORD = "blue horses run";
  private static HubLab lab;
  private static int connections;

  @BeforeAll
  static void people() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
    for (String name : CALLERS.subList(1, 8)) {
      lab.person(name);
      TOKENS.put(name, lab.token(name, "app_token"));
      lab.password(name, PASSWORD);
      browser(name);
    }
    lab.password("administrator", PASSWORD);
    browser("administrator");
    BROWSERS.put("anonymous", new Browser(lab.hub.url()));
    TOKENS.put("scopeless", lab.token("scopeless", "lifeline.metrics"));
    TOKENS.put("administrator", lab.administrator);
    String scope = "project.serviceendpointrole";
    lab.role("reader", "Reader", scope, lab.projectId);
    lab.role("user", "User", scope, lab.projectId);
    lab.role("creator", "Creator", scope, lab.projectId);
    lab.role("administrator of the project", "Administrator", scope, lab.projectId);
  }

  private static void browser(String caller) throws IOException, InterruptedException {
    String name = caller.equals("administrator") ? "root" : caller;
    Browser browser = new Browser(lab.hub.url());
    browser.signIn(name + "@contoso.example", PASSWORD);
    BROWSERS.put(caller, browser);
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "authorization.csv")
  void a_route_is_open_to_those_of_the_table(ArgumentsAccessor row) throws Exception {
    Route route = Route.valueOf(row.getString(0));
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < CALLERS.size(); i++) {
      String caller = CALLERS.get(i);
      expected.add(caller + ": " + row.getString(i + 1));
      found.add(caller + ": " + outcome(route, caller, route.isPage()));
    }

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "authorization.csv")
  void a_browser_opens_the_hubs_own_api_as_its_owners_token_does(ArgumentsAccessor row)
      throws Exception {
    Route route = Route.valueOf(row.getString(0));
    if (route.isPage() || route.isOpen()) {
      return;
    }
    boolean isOwn = route.template().startsWith("/api/v1/");
    for (String caller : List.of("nobody", "user", "owner", "administrator")) {
      String expected = isOwn ? row.getString(CALLERS.indexOf(caller) + 1) : "401";

      assertThat(outcome(route, caller, true)).as(caller).isEqualTo(expected);
    }
  }

  @Test
  void every_route_stands_in_the_table() throws IOException {
    try (var table = AuthorizationTest.class.getResourceAsStream("authorization.csv")) {
      List<String> rows =
          new String(table.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.substring(0, line.indexOf(',')))
              .toList();

      assertThat(rows)
          .containsExactlyElementsOf(
              java.util.Arrays.stream(Route.values()).map(Route::name).toList());
    }
  }

  private static String outcome(Route route, String caller, boolean withBrowser) throws Exception {
    String id = lab.connection("connection " + ++connections, lab.administrator);
    lab.role("owner", "Administrator", "collection.serviceendpointrole", "collection_" + id);
    lab.role("owner", "Administrator", "serviceendpointrole", lab.projectId + "_" + id);
    String method = route.method().name();
    HubLab.Answer answer =
        withBrowser
            ? BROWSERS.get(caller).call(method, path(route, id), body(route, id))
            : lab.call(method, path(route, id), TOKENS.get(caller), body(route, id));
    if (route == Route.ROLE_SET) {
      forget(id);
    }
    if (route == Route.SIGN_OUT && !caller.equals("anonymous")) {
      browser(caller);
    }
    return switch (answer.status()) {
      case 401, 403, 404 -> Integer.toString(answer.status());
      case 200 -> answer.text().equals("null") ? "null" : "ok";
      case 201, 202, 204, 303, 400, 422 -> "ok";
      case 302 -> "in";
      default -> answer.status() + " " + answer.text();
    };
  }

  /** With the role that nobody was given on it, which would let nobody know of the project. */
  private static void forget(String id) throws Exception {
    String place = "/contoso/_apis/serviceendpoint/endpoints/" + id;
    lab.call("DELETE", place + "?projectIds=" + lab.projectId, lab.administrator, null);
  }

  private static String path(Route route, String id) throws Exception {
    String template = route.template();
    String path =
        (template.contains("{runId}") ? template.replace("{runId}", run(id)) : template)
            .replace("{webhookId}", template.contains("{webhookId}") ? webhook() : "")
            .replace("{organization}", "contoso")
            .replace("{project}", lab.projectId)
            .replace("{endpointId}", id)
            .replace("{resourceType}", "endpoint")
            .replace("{scopeId}", "distributedtask.serviceendpointrole")
            .replace("{resourceId}", lab.projectId + "_" + id)
            .replace("{identityId}", lab.id("scopeless"))
            .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
    return switch (route) {
      case PROXY -> path + "?endpointId=" + id;
      case SHARE_WITH -> path + "?withProject=" + lab.projectId;
      default -> path;
    };
  }

  private static String run(String connection) throws Exception {
    return lab.call("POST", "/api/v1/runs", lab.administrator, runBody(connection)).at("id");
  }

  private static Map<String, Object> runBody(String connection) {
    Map<String, Object> step =
        Map.of("kind", "wait-for-validation", "asset", "8a46cd31-0272-4aa4-bae5-f4bbeaa15423");
    return Map.of("connection", connection, "projectId", 1, "steps", List.of(step));
  }

  /** What a route takes, less what would make something new. */
  private static @Nullable Object body(Route route, String id) {
    Map<String, Object> unchanged = new HashMap<>(lab.endpoint("connection " + connections, ""));
    unchanged.put("id", id);
    return switch (route) {
      case ENDPOINT_CREATE, PROJECT_ENDPOINT_POST -> {
        Map<String, Object> other = new HashMap<>(unchanged);
        Map<String, Object> project = Map.of("id", lab.projectId);
        other.put(
            "serviceEndpointProjectReferences",
            List.of(Map.of("name", "new", "projectReference", project)));
        yield other;
      }
      case ENDPOINT_UPDATE, PROJECT_ENDPOINT_UPDATE -> unchanged;
      case ENDPOINTS_UPDATE -> List.of(unchanged);
      case ENDPOINT_SHARE, PROJECT_ENDPOINT_SHARE, FILTERED_TYPES, ROLES_SET, ROLES_REMOVE ->
          List.of();
      case PROXY -> Map.of("dataSourceDetails", Map.of("dataSourceName", "TestConnection"));
      case HISTORY_ADD -> Map.of("endpointIds", List.of(id), "data", Map.of());
      case PIPELINES_UPDATE_MANY ->
          List.of(Map.of("resource", Map.of("type", "endpoint", "id", id)));
      case AUTHORIZED_UPDATE -> List.of(Map.of("authorized", true, "id", id, "type", "endpoint"));
      case ROLE_SET -> Map.of("roleName", "User");
      case RUN_START -> runBody(id);
      case WEBHOOK_CREATE -> Map.of("projectId", lab.projectId);
      default ->
          switch (route.method()) {
            case GET, OPTIONS, DELETE -> null;
            default -> Map.of();
          };
    };
  }

  private static String webhook() throws Exception {
    Map<String, Object> body = Map.of("projectId", lab.projectId, "url", "http://127.0.0.1:1/");
    return lab.call("POST", "/api/v1/webhooks", lab.administrator, body).at("id");
  }
}
