package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionCreateTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.bare(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void a_connection_is_made_from_options_and_proved() {
    desk.environment.put("SECRET", desk.password());

    Outcome outcome = desk.run(create("--password-env", "SECRET"));

    assertThat(outcome.succeeded().out())
        .containsSubsequence(
            "passed   sign-in",
            "passed   Lifecycle Services",
            "passed   project 1234567",
            "created the connection 'contoso'");
    assertThat(kept()).isEqualTo(desk.password());
  }

  @Test
  void in_json_the_connection_is_the_only_document() {
    desk.environment.put("SECRET", desk.password());

    Outcome outcome =
        desk.run(create("--password-env", "SECRET", "--description", "for tests", "-o", "json"));

    assertThat(outcome.succeeded().json())
        .containsOnlyKeys(
            "name",
            "authenticationEndpoint",
            "apiEndpoint",
            "geography",
            "username",
            "clientId",
            "description",
            "projectId",
            "passwordChanged",
            "default",
            "signIn",
            "ageSeconds",
            "lastUsed",
            "storage",
            "realm",
            "changeUnfinished",
            "hub",
            "hubConnection")
        .containsEntry("name", "contoso")
        .containsEntry("description", "for tests")
        .containsEntry("projectId", 1234567)
        .containsEntry("default", false);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void the_password_can_come_from_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), desk.password() + "\n");

    desk.run(create("--password-file", file.toString())).succeeded();

    assertThat(kept()).isEqualTo(desk.password());
  }

  @Test
  void the_password_can_come_from_standard_input() {
    RecordingHost host = desk.host();
    host.piped = desk.password() + "\r\n";

    host.run(create("--password-stdin")).succeeded();

    assertThat(kept()).isEqualTo(desk.password());
  }

  @Test
  void on_a_terminal_what_is_missing_is_asked_for_with_defaults_shown() {
    RecordingHost host = desk.host();
    host.interactive = true;
    host.answers.addAll(List.of("", "deploy@contoso.example", clientId(), "p"));

    Outcome outcome = host.run("connection", "create", "contoso", "--no-verify");

    assertThat(outcome.succeeded().out()).startsWith("created the connection 'contoso'\n");
    assertThat(host.questions)
        .containsExactly(
            "Geography of the project: us, eu, fr, no, sa, ch, uae, gcc, gcc-high, cn [us]: ",
            "Username: ",
            "Application (Client) ID: ");
    assertThat(desk.run("connection", "show", "contoso", "-o", "json").json())
        .containsEntry("geography", "us")
        .containsEntry("username", "deploy@contoso.example");
  }

  @Test
  void the_password_is_asked_for_without_echo() {
    RecordingHost host = desk.host();
    host.interactive = true;
    host.answers.add(desk.password());

    Outcome outcome = host.run(create());

    assertThat(outcome.succeeded().out()).doesNotContain(desk.password());
    assertThat(host.secretQuestions).containsExactly("Password: ");
    assertThat(kept()).isEqualTo(desk.password());
  }

  @Test
  void where_nobody_can_be_asked_a_missing_password_is_an_error() {
    Outcome outcome = desk.run(create("-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("CONNECTION_INVALID");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_password_that_is_given_as_an_argument_is_refused_and_not_repeated() {
    for (String[] wrong :
        List.of(new String[] {"--password", "Hunter2!"}, new String[] {"--password=Hunter2!"})) {
      Outcome outcome = desk.run(create(wrong));

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err())
          .contains("no option is called '--password' here", "--password-stdin")
          .doesNotContain("Hunter2");
    }
  }

  @Test
  void two_places_for_the_password_are_refused() {
    Outcome outcome = desk.run(create("--password-stdin", "--password-env", "X", "-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("USAGE_WRONG");
  }

  @Test
  void an_empty_variable_is_named() {
    Outcome outcome = desk.run(create("--password-env", "NOT_SET"));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("the environment variable 'NOT_SET' is empty or not set");
  }

  @Test
  void nothing_is_kept_when_the_proof_fails_and_a_wrong_password_is_sent_once() {
    desk.environment.put("SECRET", "wrong");

    Outcome outcome = desk.run(create("--password-env", "SECRET", "-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.errorCode()).isEqualTo("PASSWORD_WRONG");
    assertThat(outcome.out()).isEmpty();
    assertThat(desk.passwordsSent()).isEqualTo(1);
    assertThat(desk.received("lcs")).allMatch(request -> request.path().equals("/"));
    assertThat(desk.connections().list()).isEmpty();
  }

  @Test
  void no_verify_keeps_it_without_sending_anything() {
    desk.environment.put("SECRET", "whatever");

    desk.run(create("--password-env", "SECRET", "--no-verify")).succeeded();

    assertThat(desk.emulator.received().list()).isEmpty();
    assertThat(kept()).isEqualTo("whatever");
  }

  @Test
  void a_name_that_is_taken_is_refused_before_anything_is_asked() {
    desk.store("Contoso", "deploy", desk.password());
    RecordingHost host = desk.host();
    host.interactive = true;

    Outcome outcome = host.run(create());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("Contoso");
    assertThat(host.secretQuestions).isEmpty();
  }

  @Test
  void each_malformed_field_is_refused_before_anything_is_sent() {
    desk.environment.put("SECRET", desk.password());
    Map<String, String> wrong =
        Map.of(
            "--client-id", "not-a-guid",
            "--default-project", "0x1",
            "--api-endpoint", "http://lcsapi.lcs.dynamics.com",
            "--username", "nobody");

    wrong.forEach(
        (option, value) -> {
          List<String> arguments = new ArrayList<>(List.of(create("--password-env", "SECRET")));
          arguments.set(arguments.indexOf(option) + 1, value);

          Outcome outcome = desk.run(arguments.toArray(String[]::new));

          assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
          assertThat(outcome.err()).contains(value);
        });
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void an_unknown_geography_is_answered_with_those_that_exist() {
    Outcome outcome =
        desk.run("connection", "create", "x", "--geography", "moon", "--password-stdin");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(
            "no geography is called 'moon'", "us, eu, fr, no, sa, ch, uae, gcc, gcc-high, cn");
  }

  @Test
  void a_name_and_an_address_for_the_same_thing_are_refused() {
    Outcome outcome = desk.run(create("--geography", "us", "-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("USAGE_WRONG");
  }

  @Test
  void endpoints_of_two_clouds_do_not_go_together() {
    desk.environment.put("SECRET", "s");

    Outcome outcome =
        desk.run(
            "connection",
            "create",
            "x",
            "--cloud",
            "china",
            "--geography",
            "us",
            "--username",
            "a@b.example",
            "--client-id",
            clientId(),
            "--password-env",
            "SECRET",
            "-o",
            "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("CLOUD_MISMATCH");
  }

  @Test
  void the_result_says_where_the_secret_is() {
    desk.environment.put("SECRET", desk.password());

    Outcome outcome = desk.run(create("--password-env", "SECRET", "--no-verify"));

    assertThat(outcome.succeeded().out())
        .contains("its secret is in the connection folder, encrypted; its key in a file beside it");
  }

  @Test
  void the_key_store_is_used_where_one_is_reachable() {
    desk.environment.put("SECRET", desk.password());
    RecordingHost host = desk.host();
    KeyDrawer keyStore = new KeyDrawer();
    host.keyStore = keyStore;

    Outcome outcome = host.run(create("--password-env", "SECRET", "--no-verify", "-o", "json"));

    assertThat(outcome.succeeded().json()).containsEntry("storage", "key-store");
    assertThat(keyStore.items).isNotEmpty();
    assertThat(desk.home.resolve("connections.key")).doesNotExist();
  }

  @Test
  void the_file_is_used_when_it_is_asked_for() {
    desk.environment.put("SECRET", desk.password());
    RecordingHost host = desk.host();
    host.keyStore = new KeyDrawer();

    Outcome outcome =
        host.run(
            create("--password-env", "SECRET", "--no-verify", "--storage", "file", "-o", "json"));

    assertThat(outcome.succeeded().json()).containsEntry("storage", "file");
    assertThat(desk.kept("contoso")).isEqualTo(desk.password());
  }

  @Test
  void a_key_store_that_is_asked_for_and_not_there_is_an_error() {
    desk.environment.put("SECRET", desk.password());

    Outcome outcome =
        desk.run(
            create(
                "--password-env", "SECRET", "--no-verify", "--storage", "key-store", "-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("KEY_STORE_UNAVAILABLE");
    assertThat(desk.connections().list()).isEmpty();
  }

  @Test
  void a_storage_or_a_way_to_sign_in_that_does_not_exist_is_refused() {
    for (String wrong : List.of("--storage=cloud", "--sign-in=card")) {
      Outcome outcome = desk.run(create(wrong, "-o", "json"));

      assertThat(outcome.exitCode()).as(wrong).isEqualTo(2);
      assertThat(outcome.errorCode()).as(wrong).isEqualTo("USAGE_WRONG");
    }
  }

  private String clientId() {
    return desk.at().clientId().toString();
  }

  private String kept() {
    return desk.kept("contoso");
  }

  private String[] create(String... more) {
    List<String> arguments = new ArrayList<>(List.of("connection", "create", "contoso"));
    arguments.addAll(desk.connectionOptions());
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }
}
