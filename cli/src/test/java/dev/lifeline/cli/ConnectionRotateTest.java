package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Secret;
import dev.lifeline.emulator.world.Password;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionRotateTest {
  private static final String NEW = "Ein-neues_Kennwort.2026";

  /** Longer than another process may be at it. */
  private static final Duration LONG_AGO = Duration.ofMinutes(11);

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
    desk.environment.put("NEW", NEW);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void a_new_password_is_proved_and_takes_the_place_of_the_old_one() {
    changeInEntra(NEW);

    Outcome outcome = rotate("--password-env", "NEW");

    assertThat(outcome.succeeded().out()).contains("the new password of 'contoso'");
    assertThat(desk.kept("contoso")).isEqualTo(NEW);
    desk.run("connection", "verify", "contoso").succeeded();
  }

  @Test
  void the_old_password_stays_when_the_new_one_fails_which_is_sent_once() {
    Outcome outcome = rotate("--password-env", "NEW", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.errorCode()).isEqualTo("PASSWORD_WRONG");
    assertThat(desk.kept("contoso")).isEqualTo(desk.password());
    assertThat(desk.passwordsSent()).isEqualTo(1);
  }

  @Test
  void on_a_terminal_the_new_password_is_asked_for_without_echo() {
    changeInEntra(NEW);
    RecordingHost host = desk.host();
    host.interactive = true;
    host.answers.add(NEW);

    host.run("connection", "rotate", "contoso").succeeded();

    assertThat(host.secretQuestions).containsExactly("New password: ");
    assertThat(desk.kept("contoso")).isEqualTo(NEW);
  }

  @Test
  void where_nobody_can_be_asked_a_missing_password_is_an_error() {
    Outcome outcome = rotate("-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("CONNECTION_INVALID");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void with_change_in_entra_a_strong_password_is_made_and_shown_nowhere() {
    Outcome outcome = rotate("--change-in-entra", "--graph-endpoint", graph(), "-v");

    String now = desk.kept("contoso");
    assertThat(outcome.succeeded().out()).contains("the new password of 'contoso'");
    assertThat(outcome.out() + outcome.err()).doesNotContain(now, desk.password());
    assertThat(now).isNotEqualTo(desk.password()).hasSizeGreaterThanOrEqualTo(24);
    desk.run("connection", "verify", "contoso").succeeded();
  }

  @Test
  void with_change_in_entra_a_password_that_is_given_becomes_the_accounts() {
    Outcome outcome =
        rotate(
            "--change-in-entra",
            "--graph-endpoint",
            graph(),
            "--password-env",
            "NEW",
            "-o",
            "json");

    assertThat(outcome.succeeded().json())
        .containsEntry("name", "contoso")
        .containsEntry("changeUnfinished", false)
        .containsEntry("changedInEntra", true);
    assertThat(desk.kept("contoso")).isEqualTo(NEW);
  }

  @Test
  void a_password_that_entra_does_not_take_changes_nothing() {
    desk.environment.put("NEW", "weak");

    Outcome outcome =
        rotate(
            "--change-in-entra",
            "--graph-endpoint",
            graph(),
            "--password-env",
            "NEW",
            "-o",
            "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errorCode()).isEqualTo("PASSWORD_CHANGE_REFUSED");
    assertThat(desk.kept("contoso")).isEqualTo(desk.password());
    assertThat(desk.connections().get("contoso").changeUnfinished()).isFalse();
  }

  @Test
  void where_graph_is_has_to_be_said_when_it_cannot_be_guessed() {
    Outcome outcome = rotate("--change-in-entra", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("USAGE_WRONG");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_graph_elsewhere_is_refused_before_a_token_goes_there() {
    Outcome outcome =
        rotate("--change-in-entra", "--graph-endpoint", "https://graph.microsoft.com", "-o=json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("CLOUD_MISMATCH");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void any_command_finishes_a_change_that_reached_entra() {
    desk.connections().beginChange("contoso", Secret.of(NEW));
    changeInEntra(NEW);

    Outcome outcome = desk.run("asset", "list");

    assertThat(outcome.succeeded().err())
        .contains("a change of the password of 'contoso' was cut off", "finished");
    assertThat(desk.kept("contoso")).isEqualTo(NEW);
    assertThat(desk.run("asset", "list").succeeded().err()).isEmpty();
  }

  @Test
  void any_command_undoes_a_change_that_did_not_reach_entra() throws InterruptedException {
    desk.connections().beginChange("contoso", Secret.of(NEW));
    desk.time.sleep(LONG_AGO);

    Outcome outcome = desk.run("connection", "verify", "contoso");

    assertThat(outcome.succeeded().err())
        .contains("a change of the password of 'contoso' was cut off", "undone");
    assertThat(desk.kept("contoso")).isEqualTo(desk.password());
  }

  @Test
  void a_change_that_was_begun_a_moment_ago_is_left_to_whoever_is_at_it() {
    desk.connections().beginChange("contoso", Secret.of(NEW));

    Outcome outcome = desk.run("asset", "list");

    assertThat(outcome.succeeded().err()).contains("both are kept, and the old one is used");
    assertThat(desk.connections().get("contoso").changeUnfinished()).isTrue();
  }

  @Test
  void a_change_besides_one_that_is_under_way_is_refused_after_one_look_at_each_password() {
    desk.connections().beginChange("contoso", Secret.of(NEW));

    Outcome outcome = rotate("--change-in-entra", "--graph-endpoint", graph(), "-o", "json");

    assertThat(outcome.errorCode()).isEqualTo("PASSWORD_CHANGE_UNFINISHED");
    assertThat(desk.passwordsSent()).isEqualTo(2);
    assertThat(desk.connections().get("contoso").changeUnfinished()).isTrue();
  }

  @Test
  void show_tells_of_an_unfinished_change_and_touches_it_not() {
    desk.connections().beginChange("contoso", Secret.of(NEW));

    assertThat(desk.run("connection", "show", "contoso").succeeded().out())
        .contains("Change of the password   begun, and not finished yet");
    assertThat(desk.run("connection", "list", "-o", "json").rows().get(0))
        .containsEntry("changeUnfinished", true);
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void when_neither_password_works_rotate_mends_it() throws InterruptedException {
    desk.connections().beginChange("contoso", Secret.of("neither"));
    desk.time.sleep(LONG_AGO);
    changeInEntra(NEW);

    Outcome stuck = desk.run("asset", "list", "-o", "json");
    Outcome mended = rotate("--password-env", "NEW");

    assertThat(stuck.exitCode()).isEqualTo(3);
    assertThat(stuck.errorCode()).isEqualTo("PASSWORD_CHANGE_UNFINISHED");
    assertThat(stuck.error().get("fix").toString()).contains("lifeline connection rotate");
    assertThat(mended.succeeded().exitCode()).isZero();
    assertThat(desk.connections().get("contoso").changeUnfinished()).isFalse();
  }

  private void changeInEntra(String password) {
    desk.emulator
        .world()
        .changePassword(desk.account("deploy@contoso.example"), new Password(password));
  }

  private String graph() {
    return desk.at().graphEndpoint().toString();
  }

  private Outcome rotate(String... more) {
    List<String> words = new ArrayList<>(List.of("connection", "rotate", "contoso"));
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }
}
