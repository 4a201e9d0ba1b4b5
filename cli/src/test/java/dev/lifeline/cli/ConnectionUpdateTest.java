package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.connection.ServiceConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionUpdateTest {
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
  void what_is_named_changes_and_the_rest_stays() {
    ServiceConnection before = stored();

    Outcome outcome = update("--description", "for releases");

    assertThat(outcome.succeeded().out())
        .containsSubsequence("passed   sign-in", "updated the connection 'contoso'");
    assertThat(stored().description()).isEqualTo("for releases");
    assertThat(stored().username()).isEqualTo(before.username());
    assertThat(stored().defaultProject()).isEqualTo(before.defaultProject());
    assertThat(desk.kept("contoso")).isEqualTo(desk.password());
  }

  @Test
  void an_empty_text_empties_a_field() {
    update("--description", "for releases", "--no-verify").succeeded();

    update("--description", "", "--default-project", "").succeeded();

    assertThat(stored().description()).isNull();
    assertThat(stored().defaultProject()).isNull();
  }

  @Test
  void nothing_changes_when_the_proof_fails_and_a_wrong_password_is_sent_once() {
    desk.environment.put("SECRET", "wrong");
    ServiceConnection before = stored();

    Outcome outcome = update("--description", "x", "--password-env", "SECRET", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.errorCode()).isEqualTo("PASSWORD_WRONG");
    assertThat(stored()).isEqualTo(before);
    assertThat(desk.kept("contoso")).isEqualTo(desk.password());
    assertThat(desk.passwordsSent()).isEqualTo(1);
  }

  @Test
  void without_a_proof_nothing_is_sent() {
    desk.environment.put("SECRET", "other");

    update("--password-env", "SECRET", "--no-verify").succeeded();

    assertThat(desk.emulator.received().list()).isEmpty();
    assertThat(desk.kept("contoso")).isEqualTo("other");
  }

  @Test
  void the_same_again_changes_nothing_and_sends_nothing() {
    Outcome outcome = update("--username", "deploy@contoso.example");

    assertThat(outcome.succeeded().out()).contains("nothing to change in the connection 'contoso'");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void the_secret_moves_between_file_and_key_store_and_back() {
    KeyDrawer keyStore = new KeyDrawer();
    for (String place : List.of("key-store", "file")) {
      RecordingHost host = desk.host();
      host.keyStore = keyStore;

      Outcome outcome =
          host.run("connection", "update", "contoso", "--storage", place, "-o", "json");

      assertThat(outcome.succeeded().json()).containsEntry("storage", place);
      assertThat(keyStore.items.isEmpty()).as(place).isEqualTo(place.equals("file"));
    }
    assertThat(desk.kept("contoso")).isEqualTo(desk.password());
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void fields_that_contradict_each_other_are_refused_before_anything_is_sent() {
    Outcome outcome = update("--cloud", "china", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("CLOUD_MISMATCH");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_connection_that_does_not_exist_is_not_made() {
    Outcome outcome = desk.run("connection", "update", "fabrikam", "--description", "x");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err()).contains("'fabrikam'", "contoso");
  }

  private ServiceConnection stored() {
    return desk.connections().get("contoso").connection();
  }

  private Outcome update(String... more) {
    List<String> words = new ArrayList<>(List.of("connection", "update", "contoso"));
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }
}
