package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
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
  @TempDir private Path folder;
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
    Path file = desk.file("Release.zip", 5_000_000);
    Canary canary = new Canary();
    try (Relay relay = new Relay(desk.at())) {
      connect(relay, "contoso", desk.at().username());
      connect(relay, "second-factor", "mfa@" + desk.at().tenantDomain());
      run("connection", "use", "contoso");
      run("connection", "list");
      run("connection", "show", "contoso");
      run("connection", "verify", "contoso");
      run("asset", "upload", file.toString(), "--wait-for-validation");
      run("asset", "list");
      String id = desk.assetId("Release.zip");
      run("asset", "show", id);
      run("deploy", "--environment=contoso-uat", "--asset=" + id, "--name=Release 1", "--wait");
      failTransfers();
      run("asset", "upload", file.toString(), "--name", "again");
      run("asset", "download", "--id", id, "--to", folder.resolve("back").toString());
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
    assertThat(outputs.get("asset upload text")).contains("sig=***");
    assertThat(canary.findIn(outputs)).isEmpty();
    assertThat(canary.findIn(Canary.filesIn(desk.home))).isEmpty();
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

  private void failTransfers() {
    desk.emulator
        .faults()
        .add(
            Fault.once("blob", "PUT", "", new FaultAction.Answer(403, Map.of(), "<Error/>"))
                .times(2));
    desk.emulator.faults().add(Fault.once("blob", "GET", "", new FaultAction.Truncate(1000)));
  }

  private void connect(Relay relay, String name, String username) {
    run(
        "connection",
        "create",
        name,
        "--no-verify",
        "--authentication-endpoint=" + relay.authenticationEndpoint(),
        "--api-endpoint=" + relay.apiEndpoint(),
        "--username=" + username,
        "--client-id=" + desk.at().clientId(),
        "--default-project=" + desk.at().projectId(),
        "--password-env=SECRET");
    run("connection", "verify", name);
  }

  /** Runs a command with all that it can say, as text and, where that does no harm, as JSON. */
  private void run(String... arguments) {
    boolean reads = !Stream.of("create", "deploy").anyMatch(List.of(arguments)::contains);
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
    Outcome outcome = desk.run(all);
    outputs.merge(name, outcome.out() + outcome.err(), String::concat);
  }
}
