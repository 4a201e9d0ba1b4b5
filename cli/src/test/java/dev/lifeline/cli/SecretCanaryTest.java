package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Secret;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCanaryTest {
  private static final String USER = "deploy@contoso.example";
  private static final String NEW = "An0ther-good.one";

  /** What cannot be done twice. */
  private static final List<String> ONCE =
      List.of("create", "delete", "deploy", "import", "rotate", "update");

  @TempDir private Path folder;
  private String person = USER;
  private final Map<String, String> outputs = new LinkedHashMap<>();
  private Desk desk;

  @BeforeEach
  void sitDown() throws Exception {
    desk = Desk.bare(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void a_whole_verbose_session_leaks_no_password_token_or_signature() throws Exception {
    desk.environment.put("SECRET", desk.password());
    Path file = desk.release("Release.zip", 9_000_000);
    Canary canary = new Canary();
    try (Relay relay = new Relay(desk.at())) {
      connect(relay, relay.apiEndpoint(), "contoso", USER);
      connect(relay, relay.apiEndpoint(), "second-factor", "mfa@contoso.example");
      run("connection", "use", "contoso");
      run("connection", "list");
      run("connection", "show", "contoso");
      run("connection", "verify", "contoso");
      run("asset", "upload", file.toString(), "--wait-for-validation");
      run("asset", "list");
      String id = desk.assetId("Release.zip");
      run("asset", "show", id);
      run("asset", "wait", id);
      run("asset", "upload", file.toString(), "--skip-if-unchanged");
      run("deploy", "--environment=contoso-uat", "--asset=" + id, "--name=Release 1", "--wait");
      failUploads();
      run("asset", "upload", file.toString(), "--name", "again");
      cutOneDownload();
      run("asset", "download", "--id", id, "--to", folder.resolve("back").toString());
      run("asset", "delete", id, "--yes");
      environmentsAndDatabases().forEach(canary::add);
      canary.add(desk.password());
      relay.tokens.forEach(canary::add);
      relay.signatures.forEach(
          it -> {
            canary.add(it);
            canary.add(URLDecoder.decode(it, StandardCharsets.UTF_8));
          });
      assertThat(relay.tokens).hasSizeGreaterThan(5);
      assertThat(relay.signatures).hasSizeGreaterThan(2);
    }

    assertThat(outputs.get("deploy text")).contains("-> 200 in");
    assertThat(outputs.get("asset upload text")).contains("sig=***", "refused to take a block");
    assertThat(outputs.get("asset delete text")).contains("deleted the asset 'Release.zip'");
    assertThat(desk.home.resolve("uploads").resolve("hashes")).isNotEmptyDirectory();
    assertThat(desk.home.resolve("uploads").resolve("unfinished"))
        .isDirectoryContaining("regex:.*[0-9a-f]{32}");
    assertThat(canary.findIn(outputs)).isEmpty();
    assertThat(canary.findIn(Canary.filesIn(desk.home))).isEmpty();
  }

  /** The passwords of the certificates that were fetched. */
  private List<String> environmentsAndDatabases() throws IOException {
    Path rsat = folder.resolve("rsat");
    run("environment", "list");
    run("environment", "history", "contoso-uat");
    run("environment", "rsat-certificate", "contoso-test", "--to", rsat.toString());
    run("database", "list");
    run("database", "download", "--latest", "--to", rsat.toString());
    List<String> passwords =
        Canary.filesIn(rsat).entrySet().stream()
            .filter(file -> file.getKey().endsWith(".password.txt"))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(passwords).hasSize(2);
    return passwords;
  }

  @Test
  void all_that_is_done_to_a_connection_leaks_no_password_token_or_device_code() throws Exception {
    desk.environment.put("SECRET", desk.password());
    desk.environment.put("NEW", NEW);
    desk.environment.put("WEAK", "w3akness");
    Canary canary = new Canary();
    try (Relay relay = new Relay(desk.at())) {
      person = "admin@contoso.example";
      List<String> graph =
          List.of(
              "--authentication-endpoint=" + relay.authenticationEndpoint(),
              "--graph-endpoint=" + relay.graphEndpoint());
      run(graph, "app", "register", "--name=Canary", "--consent=tenant", "--allow-password-change");
      run(graph, "app", "check", desk.at().clientId().toString(), "--username", USER);
      connect(relay, desk.at().apiEndpoint(), "contoso", USER);
      run("app", "guide", "--connection", "contoso");
      run("connection", "export", "contoso", "--format", "terraform");
      run("connection", "export", "contoso", "--format", "azure-devops");
      run(
          "connection",
          "import",
          tools().toString(),
          "--format=d365fo-tools",
          "--name=tools",
          "--authentication-endpoint=" + relay.authenticationEndpoint());
      change(relay, "contoso", canary);
      person = USER;
      enrol(relay);
      run("asset", "list", "--connection", "code");
      run("connection", "rotate", "code");
      run("connection", "list", "--max-password-age", "1s");
      run("connection", "show", "code");
      canary.add(desk.kept("code"));
      canary.add(desk.password());
      canary.add(NEW);
      canary.add("w3akness");
      relay.tokens.forEach(canary::add);
      assertThat(relay.tokens).hasSizeGreaterThan(12);
    }

    assertThat(outputs.get("connection rotate text")).contains("-> 200 in", "is proved and stored");
    assertThat(outputs.get("connection create text")).contains("enter code");
    assertThat(outputs.get("connection verify text")).contains("the connection works");
    assertThat(outputs.get("connection import text")).contains("created the connection 'tools'");
    assertThat(outputs.get("app register text")).contains("Application (Client) ID");
    assertThat(canary.findIn(outputs)).isEmpty();
    assertThat(canary.findIn(Canary.filesIn(desk.home))).isEmpty();
  }

  private void change(Relay relay, String name, Canary canary) {
    String graph = "--graph-endpoint=" + relay.graphEndpoint();
    run("connection", "update", name, "--description", "changed");
    run("connection", "update", name, "--password-env", "WEAK");
    run("connection", "rotate", name, "--password-env", "WEAK");
    run("connection", "rotate", name, "--change-in-entra", graph, "--password-env", "WEAK");
    run("connection", "rotate", name, "--change-in-entra", graph);
    canary.add(desk.kept(name));
    run("connection", "rotate", name, "--change-in-entra", graph, "--password-env", "NEW");
    desk.connections().beginChange(name, Secret.of("w3akness"));
    run("asset", "list", "--connection", name);
  }

  private void enrol(Relay relay) {
    run(
        "connection",
        "create",
        "code",
        "--sign-in=device-code",
        "--authentication-endpoint=" + relay.authenticationEndpoint(),
        "--api-endpoint=" + desk.at().apiEndpoint(),
        "--username=" + USER,
        "--client-id=" + desk.at().clientId(),
        "--default-project=" + desk.at().projectId());
  }

  private Path tools() throws IOException {
    return Files.writeString(
        folder.resolve("tools.json"),
        """
        {"projectid": 1234567, "clientid": "%s", "username": "%s", "password": "%s",
         "lcsapiuri": "%s"}
        """
            .formatted(desk.at().clientId(), USER, desk.password(), desk.at().apiEndpoint()));
  }

  private void run(List<String> more, String... arguments) {
    run(Stream.concat(Stream.of(arguments), more.stream()).toArray(String[]::new));
  }

  @Test
  void the_canary_finds_what_is_planted_in_every_spelling() throws Exception {
    Canary canary = new Canary();
    String secret = "ab&c \"d\"+e/f#g";
    canary.add(secret);
    Files.writeString(folder.resolve("planted.txt"), "x" + secret);
    Base64.Encoder base64 = Base64.getEncoder();

    for (String planted :
        List.of(
            "x" + secret + "y",
            "password=ab%26c+%22d%22%2Be%2Ff%23g&x",
            "ab%26c%20%22d%22%2Be%2Ff%23g",
            "{\"p\":\"ab&c \\\"d\\\"+e\\/f#g\"}",
            base64.encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
            base64.encodeToString(("1" + secret + "x").getBytes(StandardCharsets.UTF_8)),
            base64.encodeToString(("12" + secret + "xy").getBytes(StandardCharsets.UTF_8)))) {
      assertThat(canary.findIn(Map.of("planted", planted))).as(planted).containsExactly("planted");
    }
    assertThat(canary.findIn(Canary.filesIn(folder))).containsExactly("planted.txt");
    assertThat(canary.findIn(Map.of("clean", "ab&c"))).isEmpty();
  }

  private void failUploads() {
    desk.emulator
        .faults()
        .add(
            Fault.once("blob", "PUT", "", new FaultAction.Answer(403, Map.of(), "<Error/>"))
                .times(100));
  }

  private void cutOneDownload() {
    desk.emulator.faults().clear();
    desk.emulator.faults().add(Fault.once("blob", "GET", "", new FaultAction.Truncate(1000)));
  }

  private void connect(Relay relay, URI apiEndpoint, String name, String username) {
    run(
        "connection",
        "create",
        name,
        "--no-verify",
        "--authentication-endpoint=" + relay.authenticationEndpoint(),
        "--api-endpoint=" + apiEndpoint,
        "--username=" + username,
        "--client-id=" + desk.at().clientId(),
        "--default-project=" + desk.at().projectId(),
        "--password-env=SECRET");
    run("connection", "verify", name);
  }

  /** Runs a command with all that it can say, as text and, where that does no harm, as JSON. */
  private void run(String... arguments) {
    boolean reads = ONCE.stream().noneMatch(List.of(arguments)::contains);
    String name = arguments[0].equals("deploy") ? "deploy" : arguments[0] + " " + arguments[1];
    keep(name + " text", arguments, "--verbose");
    if (reads) {
      keep(name + " json", arguments, "--verbose", "--output=json", "--overwrite");
    }
  }

  private void keep(String name, String[] arguments, String... more) {
    boolean downloads = List.of(arguments).contains("download");
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of(more))
            .filter(word -> downloads || !word.equals("--overwrite"))
            .toArray(String[]::new);
    Outcome outcome = desk.hostOf(person).run(all);
    outputs.merge(name, outcome.out() + outcome.err(), String::concat);
  }
}
