package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Surroundings;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.hub.Hub;
import dev.lifeline.hub.HubSettings;
import dev.lifeline.hub.secret.LocalMasterKey;
import dev.lifeline.hub.store.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that use a connection of a hub, on a machine that knows nothing but an access token. */
class ThroughAHubTest {
  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Desk desk;
  private Hub hub;
  private String token;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    desk = Desk.bare(folder);
    String ca = desk.at().caCertificate().toString();
    hub =
        Hub.start(
            new HubSettings(
                "127.0.0.1",
                0,
                DatabaseAddress.inMemory("through" + UUID.randomUUID()),
                LocalMasterKey.of(
                    Secret.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="), "the test"),
                new NetworkSettings(Path.of(ca), null, List.of()),
                true),
            new Surroundings(
                new SystemTime(), new SecureRandom(), UUID::randomUUID, Listener.NONE));
    String code = hub.administratorUrl().orElseThrow().getPath().replace("/setup/", "");
    Map<?, ?> setup =
        post(
            "/api/v1/setup",
            Map.of("code", code, "uniqueName", "root@contoso.example", "organization", "contoso"));
    token = String.valueOf(((Map<?, ?>) setup.get("accessToken")).get("token"));
    desk.environment.put("LIFELINE_HUB_TOKEN", token);
    desk.environment.put("LIFELINE_CA_CERTIFICATE", ca);
    desk.environment.put("LIFELINE_PROJECT_ID", desk.at().projectId().toString());
  }

  @AfterEach
  void close() {
    hub.close();
    desk.close();
  }

  @Test
  void a_command_works_with_nothing_secret_but_an_access_token() throws Exception {
    connection("LCS main", desk.password());

    Outcome listed = throughHub("asset", "list", "--output", "json").succeeded();
    Outcome verified = throughHub("connection", "verify").succeeded();

    assertThat(listed.rows()).isNotEmpty();
    assertThat(verified.out()).contains("the connection works");
    assertThat(listed.out() + listed.err() + verified.out() + verified.err())
        .doesNotContain(desk.password(), token);
    assertThat(desk.home.resolve("connections.json")).doesNotExist();
  }

  @Test
  void commands_share_the_sign_in_of_the_hub() throws Exception {
    connection("LCS main", desk.password());

    throughHub("asset", "list").succeeded();
    throughHub("asset", "list").succeeded();

    assertThat(desk.passwordsSent()).isEqualTo(1);
  }

  @Test
  void one_of_several_connections_is_named() throws Exception {
    connection("one", desk.password());
    connection("other", desk.password());

    Outcome ambiguous = throughHub("asset", "list", "--output", "json");
    Outcome unknown = throughHub("asset", "list", "--connection", "third", "--output", "json");
    Outcome named = throughHub("asset", "list", "--connection", "OTHER");

    assertThat(ambiguous.errorCode()).isEqualTo("CONNECTION_AMBIGUOUS");
    assertThat(unknown.errorCode()).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(unknown.exitCode()).isEqualTo(4);
    named.succeeded();
  }

  @Test
  void a_refusal_of_entra_has_the_words_that_it_has_without_a_hub() throws Exception {
    connection("LCS main", "wrong");

    Outcome refused = throughHub("asset", "list", "--output", "json");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorCode()).isEqualTo("PASSWORD_WRONG");
    assertThat(refused.err()).contains("sign-in as '" + desk.at().username() + "' was refused");
    assertThat(desk.passwordsSent()).isEqualTo(1);
  }

  @Test
  void an_access_token_that_is_not_good_is_told() {
    desk.environment.put("LIFELINE_HUB_TOKEN", "x".repeat(52));

    Outcome refused = throughHub("asset", "list", "--output", "json");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorCode()).isEqualTo("HUB_TOKEN_REFUSED");
  }

  @Test
  void without_an_access_token_nothing_is_sent() {
    desk.environment.remove("LIFELINE_HUB_TOKEN");

    Outcome refused = throughHub("asset", "list", "--output", "json");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("LIFELINE_HUB_TOKEN");
  }

  @Test
  void the_rate_budget_holds_from_command_to_command() throws Exception {
    connection("LCS main", desk.password());

    throughHub("environment", "list").succeeded();
    long before = rateUse();
    throughHub("environment", "list").succeeded();

    assertThat(before).isPositive();
    assertThat(rateUse()).isGreaterThan(before);
  }

  @Test
  void a_connection_of_a_hub_can_be_kept_and_used_like_any_other() throws Exception {
    connection("LCS main", desk.password());

    Outcome added = throughHub("connection", "add", "ours", "--connection", "lcs MAIN").succeeded();
    desk.environment.remove("LIFELINE_HUB");
    desk.environment.remove("LIFELINE_HUB_TOKEN");
    Outcome shown = desk.run("connection", "show", "ours", "--output", "json").succeeded();
    Outcome list = desk.run("connection", "list").succeeded();
    Outcome verified = desk.run("connection", "verify", "ours").succeeded();

    desk.run("asset", "list").succeeded();
    desk.run("asset", "list", "--connection", "ours").succeeded();
    assertThat(added.out()).contains("created the connection 'ours'");
    assertThat(shown.out())
        .contains("\"signIn\" : \"hub\"", "\"hub\" : \"" + hub.url() + "\"", "\"hubConnection\"");
    assertThat(list.out()).contains("hub");
    assertThat(verified.out() + verified.err()).contains("access token stored today");
    assertThat(desk.passwordsSent()).isEqualTo(1);
    assertThat(Files.readString(desk.home.resolve("connections.json")))
        .doesNotContain(token, desk.password());
  }

  @Test
  void a_connection_that_the_hub_cannot_sign_in_with_is_not_kept() throws Exception {
    connection("LCS main", "wrong");

    Outcome refused = throughHub("connection", "add", "ours", "--output", "json");

    assertThat(refused.errorCode()).isEqualTo("PASSWORD_WRONG");
    assertThat(desk.home.resolve("connections.json")).doesNotExist();
  }

  @Test
  void a_kept_connection_takes_a_new_access_token_only_when_it_works() throws Exception {
    connection("LCS main", desk.password());
    throughHub("connection", "add", "LCS main").succeeded();
    desk.environment.remove("LIFELINE_HUB");
    desk.environment.put("NEXT", "x".repeat(52));

    Outcome refused =
        desk.run("connection", "rotate", "LCS main", "--password-env", "NEXT", "--output", "json");
    desk.environment.put("NEXT", token);
    desk.run("connection", "rotate", "LCS main", "--password-env", "NEXT").succeeded();

    assertThat(refused.errorCode()).isEqualTo("HUB_TOKEN_REFUSED");
    desk.run("asset", "list").succeeded();
  }

  @Test
  void a_kept_connection_follows_the_hub_and_nobody_else() throws Exception {
    connection("LCS main", desk.password());
    throughHub("connection", "add", "LCS main").succeeded();
    desk.environment.remove("LIFELINE_HUB");

    Outcome moved =
        desk.run("connection", "update", "LCS main", "--username", "a@b.example", "-o", "json");
    Outcome project =
        desk.run("connection", "update", "LCS main", "--default-project", "77", "-o", "json");

    assertThat(moved.errorCode()).isEqualTo("USAGE_WRONG");
    assertThat(project.succeeded().out()).contains("\"projectId\" : 77");
  }

  @Test
  void without_a_hub_there_is_nothing_to_add() {
    Outcome refused = desk.run("connection", "add", "ours", "--output", "json");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--hub URL");
  }

  @Test
  void a_task_works_through_the_hub_that_its_variables_name() throws Exception {
    connection("LCS main", desk.password());
    desk.environment.put("LIFELINE_HUB", hub.url().toString());

    Outcome shell = desk.run("task", "VerifyConnection");
    desk.environment.put("GITHUB_ACTIONS", "true");
    Outcome gitHub = desk.run("task", "VerifyConnection");
    desk.environment.remove("GITHUB_ACTIONS");
    desk.environment.put("TF_BUILD", "True");
    desk.environment.put("AGENT_TEMPDIRECTORY", folder.toString());
    desk.environment.put("INPUT_SERVICECONNECTIONNAME", "5b0a6a5c-4cf5-4b3e-9d0b-6a5d2ef0a1a2");
    Outcome azure = desk.run("task", "VerifyConnection");

    for (Outcome each : List.of(shell, gitHub, azure)) {
      assertThat(each.exitCode()).as(each.out() + each.err()).isZero();
    }
    assertThat(gitHub.out()).contains("::add-mask::" + token);
    assertThat(desk.passwordsSent()).isEqualTo(1);
  }

  @Test
  void a_hub_that_runs_is_backed_up_and_its_key_changed_from_elsewhere() throws Exception {
    connection("LCS main", desk.password());
    Path file = folder.resolve("hub.zip");
    Path home = folder.resolve("restored");

    Outcome rotated = throughHub("hub", "rotate-key", "--output", "json").succeeded();
    Outcome made = throughHub("hub", "backup", file.toString()).succeeded();
    desk.environment.remove("LIFELINE_HUB");
    Outcome restored =
        desk.run("hub", "restore", file.toString(), "--home", home.toString()).succeeded();

    assertThat(rotated.out()).contains("\"encryptedAgain\" : 1");
    assertThat(made.out()).contains("backed up", "The master key is not in the backup");
    assertThat(restored.out()).contains("restored");
    assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(token, desk.password());
  }

  @Test
  void only_administrators_back_up_a_hub() {
    desk.environment.put("LIFELINE_HUB_TOKEN", "x".repeat(52));

    Outcome refused =
        throughHub("hub", "backup", folder.resolve("hub.zip").toString(), "-o", "json");

    assertThat(refused.errorCode()).isEqualTo("HUB_TOKEN_REFUSED");
    assertThat(folder.resolve("hub.zip")).doesNotExist();
  }

  private long rateUse() throws IOException {
    try (Stream<Path> files = Files.walk(desk.home.resolve("rates"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private Outcome throughHub(String... arguments) {
    desk.environment.put("LIFELINE_HUB", hub.url().toString());
    return desk.run(arguments);
  }

  private void connection(String name, String password) throws IOException, InterruptedException {
    Map<String, Object> parameters =
        Map.of(
            "clientid", desk.at().clientId().toString(),
            "username", desk.at().username(),
            "password", password);
    Map<?, ?> made =
        post(
            "/contoso/_apis/serviceendpoint/endpoints",
            Map.of(
                "name", name,
                "type", "lcsserviceendpoint",
                "url", desk.at().authenticationEndpoint().toString(),
                "data", Map.of("apiurl", desk.at().apiEndpoint().toString()),
                "authorization", Map.of("scheme", "UsernamePassword", "parameters", parameters),
                "serviceEndpointProjectReferences",
                    List.of(Map.of("name", name, "projectReference", Map.of("name", "Main")))));
    assertThat(made.get("id")).as(made.toString()).isNotNull();
  }

  private Map<?, ?> post(String path, Object body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hub.url() + path))
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return Json.read(answer.body(), Map.class).orElseThrow();
  }
}
