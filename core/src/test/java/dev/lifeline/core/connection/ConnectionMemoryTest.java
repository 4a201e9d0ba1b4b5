package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionMemoryTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Credential TOKEN = token("canary-token");
  private static final Credential RENEWED = token("canary-renewed");

  private final ManualTime time = new ManualTime(START);
  private final KeyCupboard keyStore = new KeyCupboard();
  @TempDir private Path home;

  @BeforeEach
  void a_connection_of_each_kind() {
    folder().create(Samples.connection("password"), Samples.CREDENTIAL, SecretStorage.FILE);
    folder().create(Samples.connection("person"), TOKEN, SecretStorage.KEY_STORE);
  }

  @Test
  void a_connection_comes_back_with_its_kind_of_secret() {
    assertThat(folder().open("person").credential()).isEqualTo(TOKEN);
    assertThat(folder().get("person").signIn()).isEqualTo(SignInMethod.DEVICE_CODE);
    assertThat(folder().get("password").signIn()).isEqualTo(SignInMethod.PASSWORD);
  }

  @Test
  void a_realm_that_was_found_is_there_the_next_time() {
    assertThat(folder().open("password").realm()).isNull();

    folder().open("password").memory().realmFound(Realm.FEDERATED);

    assertThat(folder().open("password").realm()).isEqualTo(Realm.FEDERATED);
    assertThat(folder().get("password").realm()).isEqualTo(Realm.FEDERATED);
    assertThat(folder().get("person").realm()).isNull();
  }

  @Test
  void a_realm_that_is_known_already_is_not_written_again() throws IOException {
    folder().open("password").memory().realmFound(Realm.MANAGED);
    makeUnwritable();

    folder().open("password").memory().realmFound(Realm.MANAGED);

    assertThat(folder().get("password").realm()).isEqualTo(Realm.MANAGED);
  }

  @Test
  void not_knowing_the_realm_is_not_remembered() {
    folder().open("password").memory().realmFound(Realm.MANAGED);

    folder().open("password").memory().realmFound(Realm.UNKNOWN);

    assertThat(folder().get("password").realm()).isEqualTo(Realm.MANAGED);
  }

  @Test
  void another_account_or_authority_forgets_the_realm() {
    folder().open("password").memory().realmFound(Realm.FEDERATED);
    folder().replace(Samples.connection("password", "other words"), null);
    assertThat(folder().get("password").realm()).isEqualTo(Realm.FEDERATED);

    folder().replace(Samples.of("password", "other@fabrikam.com"), null);

    assertThat(folder().get("password").realm()).isNull();
  }

  @Test
  void a_realm_that_was_asked_for_another_account_is_not_remembered() {
    UsableConnection opened = folder().open("password");
    folder()
        .replace(
            ConnectionFields.of(Samples.connection("password"))
                .with(
                    ConnectionField.AUTHENTICATION_ENDPOINT,
                    "https://login.microsoftonline.com/fabrikam.com")
                .toConnection(),
            null);

    opened.memory().realmFound(Realm.FEDERATED);

    assertThat(folder().get("password").realm()).isNull();
  }

  @Test
  void the_use_of_a_password_writes_nothing() throws IOException {
    String before = json();

    folder().open("password").memory().used(Samples.CREDENTIAL);

    assertThat(json()).isEqualTo(before);
    assertThat(folder().get("password").lastUsed()).isNull();
  }

  @Test
  void a_renewed_token_takes_the_old_one_s_place_and_is_no_younger() {
    time.advance(Duration.ofDays(10));

    folder().open("person").memory().used(RENEWED);

    assertThat(folder().open("person").credential()).isEqualTo(RENEWED);
    assertThat(folder().get("person").credentialChanged()).isEqualTo(START);
    assertThat(folder().get("person").lastUsed()).isEqualTo(START.plus(Duration.ofDays(10)));
  }

  @Test
  void a_token_can_be_renewed_several_times_in_one_run() {
    ConnectionMemory memory = folder().open("person").memory();

    memory.used(RENEWED);
    memory.used(token("canary-third"));

    assertThat(folder().open("person").credential()).isEqualTo(token("canary-third"));
  }

  @Test
  void the_use_of_the_same_token_is_noted_once_a_day() {
    folder().open("person").memory().used(TOKEN);
    time.advance(Duration.ofHours(23));
    folder().open("person").memory().used(TOKEN);
    assertThat(folder().get("person").lastUsed()).isEqualTo(START);

    time.advance(Duration.ofHours(1));
    folder().open("person").memory().used(TOKEN);

    assertThat(folder().get("person").lastUsed()).isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(folder().open("person").credential()).isEqualTo(TOKEN);
  }

  @Test
  void a_renewed_token_does_not_replace_the_one_of_a_newer_sign_in() {
    UsableConnection running = folder().open("person");
    folder().replace(Samples.connection("person"), token("canary-signed-in-again"));

    running.memory().used(RENEWED);

    assertThat(folder().open("person").credential()).isEqualTo(token("canary-signed-in-again"));
  }

  @Test
  void a_connection_that_is_gone_is_not_brought_back() {
    UsableConnection running = folder().open("person");
    folder().delete("person");

    running.memory().used(RENEWED);
    running.memory().realmFound(Realm.MANAGED);

    assertThat(folder().list()).hasSize(1);
  }

  @Test
  void what_cannot_be_written_fails_no_run() throws IOException {
    UsableConnection password = folder().open("password");
    UsableConnection person = folder().open("person");
    makeUnwritable();

    password.memory().realmFound(Realm.FEDERATED);
    person.memory().used(RENEWED);

    assertThat(folder().get("password").realm()).isNull();
    assertThat(folder().open("person").credential()).isEqualTo(TOKEN);
  }

  @Test
  void a_key_store_that_was_locked_meanwhile_fails_no_run() {
    UsableConnection person = folder().open("person");
    keyStore.locked();

    person.memory().used(RENEWED);

    keyStore.unlocked();
    assertThat(folder().open("person").credential()).isEqualTo(TOKEN);
  }

  @Test
  void after_a_token_that_could_not_be_written_the_next_one_is() {
    UsableConnection person = folder().open("person");
    keyStore.locked();
    person.memory().used(RENEWED);
    keyStore.unlocked();

    person.memory().used(RENEWED);

    assertThat(folder().open("person").credential()).isEqualTo(RENEWED);
  }

  @Test
  void signing_in_again_makes_the_secret_young() {
    time.advance(Duration.ofDays(100));
    assertThat(folder().get("person").age(time.instant())).isEqualTo(Duration.ofDays(100));

    folder().replace(Samples.connection("person"), RENEWED);

    assertThat(folder().get("person").age(time.instant())).isZero();
    assertThat(folder().get("person").lastUsed()).isNull();
  }

  @Test
  void a_connection_can_change_from_a_person_s_sign_in_to_a_password() {
    folder().replace(Samples.connection("person"), Samples.CREDENTIAL);

    assertThat(folder().open("person").credential()).isEqualTo(Samples.CREDENTIAL);
    assertThat(folder().get("person").storage()).isEqualTo(SecretStorage.KEY_STORE);
  }

  @Test
  void a_clock_that_was_set_back_makes_no_negative_age() {
    assertThat(folder().get("person").age(START.minusSeconds(5))).isZero();
  }

  private void makeUnwritable() throws IOException {
    // a folder where the lock file should be: even root cannot write then
    Files.delete(home.resolve("connections.lock"));
    Files.createDirectory(home.resolve("connections.lock"));
  }

  private String json() throws IOException {
    return Files.readString(home.resolve("connections.json"));
  }

  private ConnectionFolder folder() {
    return new ConnectionFolder(home, time, keyStore);
  }

  private static Credential token(String text) {
    return new Credential.RefreshToken(Secret.of(text));
  }
}
