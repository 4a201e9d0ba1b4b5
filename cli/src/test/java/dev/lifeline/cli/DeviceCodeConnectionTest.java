package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.SignInMethod;
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

class DeviceCodeConnectionTest {
  private static final String USER = "deploy@contoso.example";

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
  void a_person_signs_in_once_and_no_password_is_kept() {
    Outcome outcome = create();

    assertThat(outcome.succeeded().err())
        .containsPattern("open +https://localhost:\\d+/devicelogin")
        .containsPattern("enter code +[A-Z0-9-]+");
    assertThat(outcome.out())
        .containsSubsequence("passed   sign-in", "created the connection 'contoso'");
    assertThat(desk.connections().get("contoso").signIn()).isEqualTo(SignInMethod.DEVICE_CODE);
    assertThat(desk.passwordsSent()).isZero();
  }

  @Test
  void it_is_renewed_with_use_and_says_when_that_was() throws InterruptedException {
    create().succeeded();
    String first = desk.kept("contoso");
    desk.time.sleep(Duration.ofDays(3));

    desk.run("asset", "list").succeeded();

    assertThat(desk.kept("contoso")).isNotEqualTo(first);
    assertThat(desk.run("connection", "show", "contoso").out())
        .containsPattern("Sign-in +by device code, signed in .*, 3 days ago")
        .containsPattern("Last used +\\d{4}-\\d\\d-\\d\\d, today");
  }

  @Test
  void it_works_for_an_account_with_a_second_factor() {
    Outcome outcome =
        create("mfa@contoso.example", "--username", "mfa@contoso.example", "--no-verify");

    assertThat(outcome.succeeded().out()).contains("created the connection 'contoso'");
  }

  @Test
  void when_entra_refuses_it_the_error_says_to_sign_in_again_and_rotate_does() {
    create().succeeded();
    desk.emulator.world().changePassword(desk.account(USER), new Password("Another_one.2026"));

    Outcome refused = desk.run("asset", "list", "-o", "json");
    Outcome again = desk.hostOf(USER).run("connection", "rotate", "contoso");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorCode()).isEqualTo("SIGN_IN_AGAIN");
    assertThat(refused.error().get("fix").toString()).contains("lifeline connection rotate");
    assertThat(again.succeeded().out()).contains("the new sign-in of 'contoso'");
    desk.run("asset", "list").succeeded();
  }

  @Test
  void a_code_that_nobody_enters_expires() {
    Outcome outcome = desk.run(words("--sign-in", "device-code", "-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).contains("\"DEVICE_CODE_EXPIRED\"");
    assertThat(desk.connections().list()).isEmpty();
  }

  @Test
  void a_password_does_not_go_with_a_device_code() {
    Outcome outcome = desk.run(words("--sign-in", "device-code", "--password-stdin", "-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("USAGE_WRONG");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void somebody_else_who_signs_in_is_noticed() {
    Outcome outcome = create("owner@contoso.example", "-o", "json");

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.err()).contains("owner@contoso.example", USER);
    assertThat(desk.connections().list()).isEmpty();
  }

  @Test
  void a_connection_changes_from_password_to_device_code_and_back() {
    desk.environment.put("SECRET", desk.password());
    desk.store("contoso", "deploy", desk.password());

    desk.hostOf(USER)
        .run("connection", "update", "contoso", "--sign-in", "device-code")
        .succeeded();
    assertThat(desk.connections().get("contoso").signIn()).isEqualTo(SignInMethod.DEVICE_CODE);

    desk.run("connection", "update", "contoso", "--password-env", "SECRET").succeeded();
    assertThat(desk.connections().get("contoso").signIn()).isEqualTo(SignInMethod.PASSWORD);
  }

  @Test
  void an_export_says_that_elsewhere_it_needs_a_password() {
    create().succeeded();

    assertThat(desk.run("connection", "export", "contoso", "--format", "env").succeeded().err())
        .contains("'contoso' signs in by device code");
  }

  private Outcome create() {
    return create(USER);
  }

  private Outcome create(String person, String... more) {
    List<String> all = new ArrayList<>(List.of("--sign-in", "device-code"));
    all.addAll(List.of(more));
    return desk.hostOf(person).run(words(all.toArray(String[]::new)));
  }

  private String[] words(String... more) {
    List<String> words = new ArrayList<>(List.of("connection", "create", "contoso"));
    List<String> options = new ArrayList<>(desk.connectionOptions());
    if (List.of(more).contains("--username")) {
      int at = options.indexOf("--username");
      options.remove(at);
      options.remove(at);
    }
    words.addAll(options);
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }
}
