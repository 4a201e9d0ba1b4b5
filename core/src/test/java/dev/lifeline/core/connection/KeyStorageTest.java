package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStorageTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Secret NEXT = Secret.of("canary-next");

  private final ManualTime time = new ManualTime(START);
  private final KeyCupboard keyStore = new KeyCupboard();
  private Path home;

  @BeforeEach
  void a_folder_that_does_not_exist_yet(@TempDir Path temporary) {
    home = temporary.resolve("lifeline");
  }

  @Test
  void without_a_choice_the_key_is_kept_in_the_key_store() {
    SavedConnection created = create("contoso", null);

    assertThat(created.storage()).isEqualTo(SecretStorage.KEY_STORE);
    assertThat(keyStore.items).hasSize(1);
    assertThat(home.resolve("connections.key")).doesNotExist();
    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void without_a_choice_and_without_a_key_store_the_key_is_kept_in_the_file() {
    keyStore.locked();

    SavedConnection created = create("contoso", null);

    assertThat(created.storage()).isEqualTo(SecretStorage.FILE);
    assertThat(home.resolve("connections.key")).exists();
    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void without_a_choice_a_key_store_that_loses_what_it_is_given_is_not_used() {
    keyStore.forgetful();

    assertThat(create("contoso", null).storage()).isEqualTo(SecretStorage.FILE);
    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void a_key_store_that_was_asked_for_and_cannot_be_reached_stores_nothing() {
    keyStore.locked();

    Problem problem = Samples.problem(() -> create("contoso", SecretStorage.KEY_STORE));

    assertThat(problem.code()).isEqualTo(ProblemCode.KEY_STORE_UNAVAILABLE);
    assertThat(problem.message()).isEqualTo("the operating system's key store cannot be used");
    assertThat(problem.fixes()).anyMatch(fix -> fix.contains("--storage file"));
    assertThat(folder().list()).isEmpty();
  }

  @Test
  void a_machine_without_a_key_store_says_so() {
    var folder = new ConnectionFolder(home, time);

    assertThat(
            Samples.problem(
                    () ->
                        folder.create(
                            Samples.connection("contoso"),
                            Samples.CREDENTIAL,
                            SecretStorage.KEY_STORE))
                .code())
        .isEqualTo(ProblemCode.KEY_STORE_UNAVAILABLE);
  }

  @Test
  void the_file_is_used_when_it_is_asked_for() {
    assertThat(create("contoso", SecretStorage.FILE).storage()).isEqualTo(SecretStorage.FILE);
    assertThat(keyStore.items).isEmpty();
  }

  @Test
  void all_connections_of_a_folder_share_one_item() {
    create("one", null);
    create("two", null);

    assertThat(keyStore.items).hasSize(1);
    assertThat(password("one")).isEqualTo(Samples.PASSWORD);
    assertThat(password("two")).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void an_item_s_name_is_plain_ascii_and_holds_no_path() {
    create("contoso", null);

    assertThat(keyStore.items.keySet()).singleElement().asString().matches("lifeline-[0-9a-f-]+");
  }

  @Test
  void no_file_holds_the_key_that_is_in_the_key_store() throws IOException {
    create("contoso", null);

    String key = keyStore.items.values().iterator().next().reveal();
    assertThat(home.resolve("connections.json")).content().doesNotContain(key, "canary");
  }

  @Test
  void a_connection_whose_key_is_in_the_file_asks_the_key_store_nothing() {
    create("contoso", SecretStorage.FILE);
    keyStore.locked().dyingAfter(1);

    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
    folder().replace(Samples.connection("contoso"), Samples.CREDENTIAL);
    folder().delete("contoso");
    assertThat(folder().list()).isEmpty();
  }

  @Test
  void what_needs_no_secret_asks_the_key_store_nothing() {
    create("contoso", null);
    keyStore.dyingAfter(1);

    folder().use("contoso");
    folder().replace(Samples.connection("contoso", "changed"), null);

    assertThat(folder().get("contoso").chosen()).isTrue();
    assertThat(folder().list()).hasSize(1);
  }

  @Test
  void a_locked_key_store_keeps_a_connection_closed_and_listed() {
    create("contoso", null);
    keyStore.locked();

    assertThat(Samples.problem(() -> folder().open("contoso")).code())
        .isEqualTo(ProblemCode.KEY_STORE_UNAVAILABLE);
    assertThat(folder().list()).hasSize(1);
  }

  @Test
  void a_key_that_is_gone_from_the_key_store_is_reported_and_not_replaced() {
    create("contoso", null);
    keyStore.items.clear();

    Problem opening = Samples.problem(() -> folder().open("contoso"));
    Problem creating = Samples.problem(() -> create("two", null));

    assertThat(opening.code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(opening.message())
        .isEqualTo("the key of '" + home + "' is missing in the operating system's key store");
    assertThat(creating).isEqualTo(opening);
    assertThat(keyStore.items).isEmpty();
  }

  @Test
  void an_item_that_is_no_key_is_reported_and_not_replaced() {
    create("contoso", null);
    keyStore.items.replaceAll((item, key) -> Secret.of("?"));

    Problem opening = Samples.problem(() -> folder().open("contoso"));

    assertThat(opening.code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(Samples.problem(() -> create("two", null))).isEqualTo(opening);
  }

  @Test
  void deleting_the_last_connection_that_needs_it_clears_the_item() {
    create("one", null);
    create("two", null);
    create("three", SecretStorage.FILE);

    folder().delete("one");
    assertThat(keyStore.items).hasSize(1);
    folder().delete("two");

    assertThat(keyStore.items).isEmpty();
    assertThat(create("four", null).storage()).isEqualTo(SecretStorage.KEY_STORE);
    assertThat(password("four")).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void a_connection_can_be_deleted_while_the_key_store_is_locked() {
    create("one", null);
    create("two", SecretStorage.FILE);
    keyStore.locked();

    folder().delete("one");
    keyStore.unlocked();
    folder().delete("two");

    assertThat(keyStore.items).as("cleared with the next change").isEmpty();
  }

  @Test
  void a_copy_of_a_folder_does_not_clear_the_original_s_key() throws IOException {
    create("contoso", null);
    Path copy = Files.createDirectory(home.resolveSibling("copy"));
    Files.copy(home.resolve("connections.json"), copy.resolve("connections.json"));

    new ConnectionFolder(copy, time, keyStore).delete("contoso");

    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
  }

  @ParameterizedTest
  @EnumSource
  void moving_loses_nothing(SecretStorage to) {
    SecretStorage from = to == SecretStorage.FILE ? SecretStorage.KEY_STORE : SecretStorage.FILE;
    create("contoso", from);
    folder().beginChange("contoso", NEXT);
    time.advance(Duration.ofDays(1));

    folder().move("contoso", to);

    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
    assertThat(folder().unfinishedChange("contoso")).contains(NEXT);
    assertThat(folder().get("contoso").storage()).isEqualTo(to);
    assertThat(folder().get("contoso").credentialChanged()).isEqualTo(START);
  }

  @Test
  void moving_the_last_connection_out_of_the_key_store_clears_the_item() {
    create("contoso", null);

    folder().move("contoso", SecretStorage.FILE);

    assertThat(keyStore.items).isEmpty();
  }

  @Test
  void moving_to_where_it_is_changes_nothing() throws IOException {
    create("contoso", SecretStorage.FILE);
    String before = Files.readString(home.resolve("connections.json"));

    folder().move("contoso", SecretStorage.FILE);

    assertThat(home.resolve("connections.json")).hasContent(before);
  }

  @Test
  void moving_into_a_key_store_that_cannot_be_reached_leaves_the_connection_where_it_is() {
    create("contoso", SecretStorage.FILE);
    keyStore.locked();

    assertThat(Samples.problem(() -> folder().move("contoso", SecretStorage.KEY_STORE)).code())
        .isEqualTo(ProblemCode.KEY_STORE_UNAVAILABLE);
    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_process_that_dies_while_moving_into_the_key_store_loses_nothing(int step) {
    create("contoso", SecretStorage.FILE);
    folder().beginChange("contoso", NEXT);
    keyStore.dyingAfter(step);

    assertThatThrownBy(() -> folder().move("contoso", SecretStorage.KEY_STORE))
        .isInstanceOf(KeyCupboard.Death.class);

    keyStore.dyingAfter(Integer.MAX_VALUE);
    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
    assertThat(folder().unfinishedChange("contoso")).contains(NEXT);
    folder().move("contoso", SecretStorage.KEY_STORE);
    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_process_that_dies_while_moving_out_of_the_key_store_loses_nothing(int step) {
    create("contoso", SecretStorage.KEY_STORE);
    folder().beginChange("contoso", NEXT);
    keyStore.dyingAfter(step);

    assertThatThrownBy(() -> folder().move("contoso", SecretStorage.FILE))
        .isInstanceOf(KeyCupboard.Death.class);

    keyStore.dyingAfter(Integer.MAX_VALUE);
    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
    assertThat(folder().unfinishedChange("contoso")).contains(NEXT);
    folder().move("contoso", SecretStorage.FILE);
    assertThat(keyStore.items).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_process_that_dies_while_creating_leaves_all_or_nothing(int step) {
    keyStore.dyingAfter(step);

    assertThatThrownBy(() -> create("contoso", null)).isInstanceOf(KeyCupboard.Death.class);

    keyStore.dyingAfter(Integer.MAX_VALUE);
    assertThat(folder().list()).isEmpty();
    create("contoso", null);
    assertThat(password("contoso")).isEqualTo(Samples.PASSWORD);
  }

  private SavedConnection create(String name, SecretStorage storage) {
    return folder().create(Samples.connection(name), Samples.CREDENTIAL, storage);
  }

  private Secret password(String name) {
    return folder().open(name).credential().secret();
  }

  /** Another process, each time. */
  private ConnectionFolder folder() {
    return new ConnectionFolder(home, time, keyStore);
  }
}
