package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionCommandsTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void list_shows_every_connection_and_no_password() {
    desk.store("fabrikam", "owner", "other");

    Outcome outcome = desk.run("connection", "list");

    assertThat(outcome.succeeded().out())
        .contains("contoso", "fabrikam", "deploy@contoso.example")
        .doesNotContain(desk.password(), "other");
    assertThat(desk.run("connection", "list", "-o", "json").rows())
        .extracting(row -> row.get("name"))
        .containsExactly("contoso", "fabrikam");
  }

  @Test
  void list_shows_how_and_since_when_each_signs_in() throws InterruptedException {
    desk.time.sleep(Duration.ofDays(12));
    desk.store("fabrikam", "owner", "other");

    Outcome outcome = desk.run("connection", "list");

    assertThat(outcome.succeeded().out())
        .containsPattern("NAME .* SIGN-IN +CHANGED +AGE")
        .containsPattern("contoso .* password .* 12 days")
        .containsPattern("fabrikam .* password .* today");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void list_warns_of_passwords_that_are_too_old_and_marks_them() throws InterruptedException {
    desk.time.sleep(Duration.ofDays(91));
    desk.store("fabrikam", "owner", "other");

    Outcome outcome = desk.run("connection", "list", "--max-password-age", "90d", "-o", "json");

    assertThat(outcome.succeeded().rows())
        .extracting(row -> row.get("passwordTooOld"))
        .containsExactly(true, false);
    assertThat(outcome.rows().get(0)).containsEntry("ageSeconds", 91 * 86_400);
    assertThat(outcome.err())
        .isEqualTo(
            "warning: the password of 'contoso' is 91 days old, more than 90d;"
                + " renew it with: lifeline connection rotate contoso\n");
  }

  @Test
  void an_age_that_is_no_duration_is_refused() {
    Outcome outcome = desk.run("connection", "list", "--max-password-age", "old", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("VALUE_MALFORMED");
  }

  @Test
  void show_knows_the_realm_after_a_sign_in() {
    desk.run("connection", "verify", "contoso").succeeded();

    assertThat(desk.run("connection", "show", "contoso").succeeded().out())
        .contains("with the password; Entra ID checks it");
    assertThat(desk.run("connection", "show", "contoso", "-o", "json").json())
        .containsEntry("realm", "managed")
        .containsEntry("signIn", "password")
        .containsEntry("storage", "file");
  }

  @Test
  void an_empty_list_says_how_to_make_the_first() {
    desk.run("connection", "delete", "contoso", "--yes").succeeded();

    assertThat(desk.run("connection", "list").succeeded().out())
        .contains("lifeline connection create NAME");
    assertThat(desk.run("connection", "list", "-o", "json").rows()).isEmpty();
  }

  @Test
  void show_says_everything_but_the_password() {
    Outcome outcome = desk.run("connection", "show", "contoso");

    assertThat(outcome.succeeded().out())
        .contains(
            "Service connection name  contoso",
            "Authentication Endpoint  " + desk.at().authenticationEndpoint(),
            "LCS API Endpoint         " + desk.at().apiEndpoint(),
            "Username                 deploy@contoso.example",
            "Password                 ***, last changed " + desk.time.instant() + ", today",
            "Sign-in                  with the password; who checks it was not asked yet",
            "Secret kept in           the connection folder, encrypted; its key in a file beside it",
            "Application (Client) ID  " + desk.at().clientId(),
            "Default project          1234567")
        .doesNotContain(desk.password());
  }

  @Test
  void a_connection_that_does_not_exist_is_answered_with_those_that_do() {
    for (String verb : List.of("show", "use", "verify", "delete", "update", "rotate")) {
      Outcome outcome = desk.run("connection", verb, "fabrikam");

      assertThat(outcome.exitCode()).as(verb).isEqualTo(4);
      assertThat(outcome.err()).as(verb).contains("'fabrikam'", "contoso");
    }
  }

  @Test
  void the_connection_in_use_is_the_default_and_marked() {
    desk.store("fabrikam", "owner", desk.password());

    Outcome outcome = desk.run("connection", "use", "fabrikam", "-o", "json");

    assertThat(outcome.succeeded().json())
        .containsEntry("name", "fabrikam")
        .containsEntry("default", true);
    assertThat(desk.run("connection", "list").out()).containsPattern("\\*\\s+fabrikam");
    assertThat(desk.run("connection", "verify").succeeded().out()).contains("as owner@");
  }

  @Test
  void delete_asks_on_a_terminal_and_takes_no_for_an_answer() {
    RecordingHost host = desk.host();
    host.interactive = true;
    host.answers.add("");

    Outcome outcome = host.run("connection", "delete", "contoso");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("the connection 'contoso' was not deleted");
    assertThat(host.questions)
        .containsExactly("Delete the connection 'contoso' and its password? (yes/no) [no]: ");
    assertThat(desk.run("connection", "show", "contoso").exitCode()).isZero();
  }

  @Test
  void delete_removes_it_when_the_answer_is_yes() {
    RecordingHost host = desk.host();
    host.interactive = true;
    host.answers.add("y");

    Outcome outcome = host.run("connection", "delete", "contoso");

    assertThat(outcome.succeeded().out()).isEqualTo("deleted the connection 'contoso'\n");
    assertThat(desk.run("connection", "show", "contoso").exitCode()).isEqualTo(4);
  }

  @Test
  void delete_where_nobody_can_be_asked_needs_yes() {
    assertThat(desk.run("connection", "delete", "contoso", "-o", "json").errorCode())
        .isEqualTo("CONFIRMATION_MISSING");
    assertThat(desk.run("connection", "delete", "contoso", "--yes", "-o", "json").json())
        .containsEntry("deleted", "contoso");
  }

  @Test
  void a_connection_whole_from_the_environment_touches_no_disk() throws IOException {
    desk.environment.put("LIFELINE_HOME", folder.resolve("untouched").toString());
    fromTheEnvironment();
    desk.environment.put("LIFELINE_PASSWORD", desk.password());

    Outcome outcome = desk.run("asset", "list", "--project-id", "1234567", "-o", "json");

    assertThat(outcome.succeeded().rows()).isNotEmpty();
    assertThat(folder.resolve("untouched")).doesNotExist();
  }

  @Test
  void the_password_of_the_environment_may_stand_in_a_file() throws IOException {
    desk.environment.put("LIFELINE_HOME", folder.resolve("untouched").toString());
    fromTheEnvironment();
    Path file = Files.writeString(folder.resolve("secret"), desk.password() + "\n");
    desk.environment.put("LIFELINE_PASSWORD_FILE", file.toString());
    desk.environment.put("LIFELINE_PROJECT_ID", "1234567");

    desk.run("connection", "verify").succeeded();

    assertThat(folder.resolve("untouched")).doesNotExist();
  }

  @Test
  void without_a_project_a_command_that_needs_one_says_so() {
    fromTheEnvironment();
    desk.environment.put("LIFELINE_PASSWORD", desk.password());

    Outcome listed = desk.run("asset", "list", "-o", "json");

    assertThat(listed.exitCode()).isEqualTo(2);
    assertThat(listed.errorCode()).isEqualTo("PROJECT_MISSING");
  }

  private void fromTheEnvironment() {
    desk.environment.put(
        "LIFELINE_AUTHENTICATION_ENDPOINT", desk.at().authenticationEndpoint().toString());
    desk.environment.put("LIFELINE_API_ENDPOINT", desk.at().apiEndpoint().toString());
    desk.environment.put("LIFELINE_USERNAME", desk.at().username());
    desk.environment.put("LIFELINE_CLIENT_ID", desk.at().clientId().toString());
  }
}
