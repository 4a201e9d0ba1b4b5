package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCommandTest {
  private static final String PASSWORD = "Canary-in-the-hub-7391";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Background> running = new ArrayList<>();
  private RecordingHost host;
  private Map<?, ?> addresses;

  @AfterEach
  void end() throws Exception {
    for (Background command : running) {
      command.interrupt();
      command.outcome();
    }
  }

  @Test
  void the_first_start_shows_where_its_administrator_comes_in() throws Exception {
    start();

    assertThat(host.outSoFar()).contains(at("url"), at("administratorUrl"));
    assertThat(send("GET", at("administratorUrl"), null, null).body())
        .contains("no administrator yet");
    assertThat(setUp().statusCode()).isEqualTo(201);
    assertThat(setUp().statusCode()).isEqualTo(404);
  }

  @Test
  void ctrl_c_ends_it_and_the_next_start_goes_on_where_it_was() throws Exception {
    Background hub = start();
    String token = token(setUp());
    hub.interrupt();
    Outcome ended = hub.outcome();
    running.clear();

    start();
    int status = send("GET", at("url") + "/contoso/_apis/connectionData", token, null).statusCode();

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(ended.err()).contains("the hub was ended").doesNotContain("ERROR", "WARN");
    assertThat(addresses.get("administratorUrl")).isNull();
    assertThat(status).isEqualTo(200);
  }

  @Test
  void no_secret_is_in_its_output_its_files_or_its_answers() throws Exception {
    Background hub = start();
    String token = token(setUp());
    String endpoints = at("url") + "/contoso/_apis/serviceendpoint/endpoints";
    HttpResponse<String> made = send("POST", endpoints, token, endpoint());
    HttpResponse<String> list = send("GET", endpoints, token, null);
    HttpResponse<String> wrong =
        send("POST", endpoints, token, endpoint().replace("CI", "\\u0000"));
    HttpResponse<String> broken = send("POST", endpoints, token, endpoint().substring(3));
    HttpResponse<String> audit = send("GET", at("url") + "/api/v1/audit", token, null);
    hub.interrupt();
    hub.outcome();
    running.clear();

    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    for (HttpResponse<String> answer : List.of(made, list, wrong, broken, audit)) {
      assertThat(answer.body()).doesNotContain(PASSWORD).doesNotContain(token);
    }
    assertThat(host.errSoFar()).contains("ENDPOINT_CREATE 200").doesNotContain(PASSWORD, token);
    assertThat(host.errSoFar()).doesNotContain("/setup/");
    for (Path file : files()) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(PASSWORD, token);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void the_key_can_be_changed_while_it_does_not_run() throws Exception {
    Background hub = start();
    String token = token(setUp());
    send("POST", at("url") + "/contoso/_apis/serviceendpoint/endpoints", token, endpoint());
    hub.interrupt();
    hub.outcome();
    running.clear();

    Outcome rotated = newHost(Map.of()).run("hub", "rotate-key", "--output", "json");

    assertThat(rotated.exitCode()).isZero();
    assertThat(rotated.out()).contains("\"encryptedAgain\" : 1");
  }

  @Test
  void another_key_opens_nothing() throws Exception {
    Background hub = start();
    hub.interrupt();
    hub.outcome();
    running.clear();
    String other = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    Outcome refused =
        newHost(Map.of("LIFELINE_HUB_KEY", other)).run("hub", "--port", "0", "--output", "json");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("HUB_KEY_UNUSABLE").doesNotContain(other);
  }

  @Test
  void plain_text_stays_on_this_machine_unless_somebody_encrypts_it() {
    Outcome refused = newHost(Map.of()).run("hub", "--listen", "0.0.0.0", "--port", "0");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--behind-tls-proxy");
  }

  @Test
  void a_provider_to_sign_in_with_needs_a_client_id() {
    Outcome refused =
        newHost(Map.of()).run("hub", "--port", "0", "--oidc-issuer", "https://login.example/realm");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--oidc-client-id");
  }

  @Test
  void a_hub_that_nobody_could_enter_does_not_start() {
    Outcome refused = newHost(Map.of()).run("hub", "--port", "0", "--no-local-accounts");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--oidc-issuer");
  }

  @Test
  void a_provider_is_reached_encrypted() {
    Outcome refused =
        newHost(Map.of("LIFELINE_HUB_OIDC_SECRET", "very secret"))
            .run(
                "hub",
                "--port",
                "0",
                "--oidc-issuer",
                "http://login.example/realm",
                "--oidc-client-id",
                "hub");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("https").doesNotContain("very secret");
  }

  @Test
  void a_provider_is_offered_to_whoever_signs_in() throws Exception {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "very secret\n");
    start(
        "--oidc-issuer",
        "https://login.example/realm",
        "--oidc-client-id",
        "hub",
        "--oidc-secret-file",
        secret.toString());

    HttpResponse<String> page = send("GET", at("url") + "/sign-in", null, null);

    assertThat(page.body()).contains("Sign in with login.example", "password");
  }

  @Test
  void its_log_can_be_a_json_object_a_line() throws Exception {
    start("--json-logs");

    send("GET", at("url") + "/health", null, null);

    assertThat(host.errSoFar().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(Json.read(line, Map.class)).isPresent())
        .anySatisfy(line -> assertThat(line).contains("GET HEALTH 200"));
  }

  @Test
  void options_come_from_the_command_line_then_variables_then_a_file() throws Exception {
    Path config = folder.resolve("hub.properties");
    Files.writeString(config, "listen = localhost\njson-logs = true\nport = 1\n");

    start("--config", config.toString(), "--json-logs");
    send("GET", at("url") + "/health", null, null);

    assertThat(at("url")).startsWith("http://localhost:").doesNotEndWith(":1");
    assertThat(host.errSoFar()).contains("{");
    Outcome fromVariable =
        newHost(Map.of("LIFELINE_HUB_CONFIG", config.toString(), "LIFELINE_HUB_LISTEN", "0.0.0.0"))
            .run("hub", "--output", "json");
    assertThat(fromVariable.err()).contains("'0.0.0.0' is not an address of this machine's own");
  }

  @Test
  void a_key_that_no_option_has_is_refused() throws Exception {
    Path config = folder.resolve("hub.properties");
    Files.writeString(config, "prot = 7420\n");

    Outcome unknown =
        newHost(Map.of()).run("hub", "--config", config.toString(), "--output", "json");
    Outcome missing =
        newHost(Map.of()).run("hub", "backup", "x.zip", "--config", "nowhere", "--output", "json");

    assertThat(unknown.errorCode()).isEqualTo("USAGE_WRONG");
    assertThat(unknown.err()).contains("'prot'", "port");
    assertThat(missing.errorCode()).isEqualTo("FILE_NOT_FOUND");
  }

  @Test
  void a_key_without_a_certificate_is_refused() {
    Outcome refused = newHost(Map.of()).run("hub", "--port", "0", "--tls-key", "key.pem");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--tls-certificate");
  }

  @Test
  void a_restored_hub_needs_the_key_that_it_had() throws Exception {
    Background hub = start();
    String token = token(setUp());
    hub.interrupt();
    hub.outcome();
    running.clear();
    String backup = folder.resolve("hub.zip").toString();
    newHost(Map.of()).run("hub", "backup", backup).succeeded();
    Path other = folder.resolve("home/other");
    newHost(Map.of()).run("hub", "restore", backup, "--home", other.toString()).succeeded();

    Files.writeString(other.resolve("hub/hub.key"), "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    Outcome without =
        newHost(Map.of()).run("hub", "--port", "0", "--home", other.toString(), "-o", "json");
    Files.copy(
        folder.resolve("home/hub/hub.key"),
        other.resolve("hub/hub.key"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    start("--home", other.toString());

    assertThat(without.errorCode()).isEqualTo("HUB_KEY_UNUSABLE");
    assertThat(send("GET", at("url") + "/contoso/_apis/connectionData", token, null).statusCode())
        .isEqualTo(200);
  }

  private String at(String name) {
    return String.valueOf(addresses.get(name));
  }

  private HttpResponse<String> setUp() throws IOException, InterruptedException {
    String code = at("administratorUrl").replaceFirst(".*/setup/", "");
    return send(
        "POST",
        at("url") + "/api/v1/setup",
        null,
        "{\"code\":\"%s\",\"uniqueName\":\"root@contoso.example\",\"organization\":\"contoso\"}"
            .formatted(code));
  }

  private static String token(HttpResponse<String> setup) {
    Map<?, ?> given =
        (Map<?, ?>) Json.read(setup.body(), Map.class).orElseThrow().get("accessToken");
    return String.valueOf(given.get("token"));
  }

  private static String endpoint() {
    return """
    {"name": "CI", "type": "lcsserviceendpoint", "url": "https://login.microsoftonline.com/organizations",
     "data": {"apiurl": "https://lcsapi.lcs.dynamics.com"},
     "authorization": {"scheme": "UsernamePassword", "parameters": {
       "clientid": "11111111-2222-3333-4444-555555555555", "username": "a@contoso.example", "password": "%s"}},
     "serviceEndpointProjectReferences": [{"name": "CI", "projectReference": {"name": "Main"}}]}
    """
        .formatted(PASSWORD);
  }

  private HttpResponse<String> send(
      String method, String url, @Nullable String token, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("home/hub"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private Background start(String... more) throws Exception {
    Path ready = folder.resolve("ready.json");
    Files.deleteIfExists(ready);
    host = newHost(Map.of());
    List<String> arguments =
        new ArrayList<>(List.of("hub", "--port", "0", "--ready-file", ready.toString()));
    arguments.addAll(List.of(more));
    Background hub = Background.start(host, arguments.toArray(String[]::new));
    running.add(hub);
    assertThat(((ParkedTime) host.time()).waiting.await(1, TimeUnit.MINUTES))
        .as(host.errSoFar())
        .isTrue();
    addresses = Json.read(Files.readString(ready), Map.class).orElseThrow();
    return hub;
  }

  private RecordingHost newHost(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("LIFELINE_HOME", folder.resolve("home").toString());
    return new RecordingHost(environment, folder, new ParkedTime());
  }
}
