package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "Password                 ***, last changed " + desk.time.instant(),
            "Application (Client) ID  " + desk.at().clientId(),
            "Default project          1234567")
        .doesNotContain(desk.password());
  }

  @Test
  void a_connection_that_does_not_exist_is_answered_with_those_that_do() {
    for (String verb : List.of("show", "use", "verify", "delete")) {
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
  void verify_shows_each_step() {
    Outcome outcome = desk.run("connection", "verify");

    assertThat(outcome.succeeded().out())
        .containsSubsequence(
            "verifying the connection 'contoso' as deploy@contoso.example",
            "passed   sign-in",
            "passed   Lifecycle Services",
            "passed   project 1234567",
            "the connection works");
  }

  @Test
  void verify_gives_the_list_of_steps_in_json() {
    Outcome outcome = desk.run("connection", "verify", "contoso", "-o", "json");

    assertThat(outcome.succeeded().rows())
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsOnlyKeys("name", "status", "seconds", "finding")
                    .containsEntry("status", "passed"));
  }

  @Test
  void a_step_that_fails_is_shown_with_its_fix_and_the_rest_is_skipped() {
    desk.store("second-factor", "mfa", desk.password());

    Outcome outcome = desk.run("connection", "verify", "second-factor", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.rows())
        .extracting(row -> row.get("status"))
        .containsExactly("failed", "skipped", "skipped");
    assertThat(outcome.rows().get(0))
        .containsEntry("code", "MFA_REQUIRED")
        .containsKeys("message", "fix");
    assertThat(outcome.errorCode()).isEqualTo("MFA_REQUIRED");
  }

  @Test
  void a_failed_sign_in_is_explained_as_the_specification_shows() {
    desk.store("second-factor", "mfa", desk.password());

    Outcome outcome = desk.run("connection", "verify", "second-factor");

    assertThat(outcome.err())
        .containsSubsequence(
            "error: sign-in as 'mfa@contoso.example' was refused: ",
            "(AADSTS50076)",
            "  why:  ",
            "  fix:  ",
            "  help: setup guide, step ",
            "correlation id ");
  }

  @Test
  void a_project_that_the_account_cannot_see_fails_the_third_step() {
    Outcome outcome = desk.run("connection", "verify", "--project-id", "7654321", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.rows())
        .extracting(row -> row.get("status"))
        .containsExactly("passed", "passed", "failed");
    assertThat(outcome.errorCode()).isEqualTo("PROJECT_NOT_VISIBLE");
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
  void without_a_project_the_third_step_is_skipped_and_a_command_that_needs_one_says_so() {
    fromTheEnvironment();
    desk.environment.put("LIFELINE_PASSWORD", desk.password());

    Outcome verified = desk.run("connection", "verify", "-o", "json");
    Outcome listed = desk.run("asset", "list", "-o", "json");

    assertThat(verified.succeeded().rows().get(2)).containsEntry("status", "skipped");
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
