package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFolderTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Secret OTHER_PASSWORD = Secret.of("other-canary");
  private static final Credential OTHER = new Credential.Password(OTHER_PASSWORD);

  private final ManualTime time = new ManualTime(START);
  private Path home;
  private ConnectionFolder folder;

  @BeforeEach
  void a_folder_that_does_not_exist_yet(@TempDir Path temporary) {
    home = temporary.resolve("config").resolve("lifeline");
    folder = new ConnectionFolder(home, time);
  }

  @Test
  void a_connection_comes_back_as_it_was_created() {
    folder.create(Samples.connection("contoso"), Samples.CREDENTIAL, null);

    UsableConnection opened = new ConnectionFolder(home, time).open("contoso");

    assertThat(opened.connection()).isEqualTo(Samples.connection("contoso"));
    assertThat(opened.credential()).isEqualTo(Samples.CREDENTIAL);
  }

  @Test
  void a_folder_that_does_not_exist_holds_no_connection_and_is_not_created_by_looking() {
    assertThat(folder.list()).isEmpty();
    assertThat(home).doesNotExist();
  }

  @Test
  void deleting_from_a_folder_that_does_not_exist_does_not_create_it() {
    assertThat(Samples.problem(() -> folder.delete("contoso")).code())
        .isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
    assertThat(home).doesNotExist();
  }

  @Test
  void the_list_is_sorted_by_name_without_regard_to_case() {
    create("beta", "Gamma", "Alpha");

    assertThat(folder.list())
        .extracting(saved -> saved.connection().name())
        .containsExactly("Alpha", "beta", "Gamma");
  }

  @Test
  void names_compare_without_regard_to_case() {
    create("Contoso");

    assertThat(folder.get("cONTOSO").connection().name()).isEqualTo("Contoso");
    assertThat(folder.open("CONTOSO").credential().secret()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void a_name_that_is_taken_in_another_case_is_refused() {
    create("Contoso");

    Problem problem =
        Samples.problem(() -> folder.create(Samples.connection("contoso"), OTHER, null));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_EXISTS);
    assertThat(problem.message()).isEqualTo("there is a service connection 'Contoso' already");
    assertThat(folder.open("contoso").credential().secret()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void an_unknown_name_says_which_exist() {
    create("beta", "alpha");

    Problem problem = Samples.problem(() -> folder.get("gamma"));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
    assertThat(problem.message()).isEqualTo("there is no service connection 'gamma'");
    assertThat(problem.why()).endsWith("holds 'alpha', 'beta'.");
  }

  @Test
  void the_first_connection_is_not_chosen_by_itself() {
    create("contoso");

    assertThat(folder.get("contoso").chosen()).isFalse();
  }

  @Test
  void choosing_another_one_ends_the_choice_of_the_first() {
    create("one", "two");
    folder.use("one");

    folder.use("TWO");

    assertThat(folder.get("one").chosen()).isFalse();
    assertThat(folder.get("two").chosen()).isTrue();
  }

  @Test
  void deleting_the_chosen_one_clears_the_choice() {
    create("one", "two");
    folder.use("one");

    folder.delete("One");
    create("one");

    assertThat(folder.list()).noneMatch(SavedConnection::chosen);
  }

  @Test
  void deleting_another_one_leaves_the_choice() {
    create("one", "two");
    folder.use("one");

    folder.delete("two");

    assertThat(folder.list()).singleElement().matches(SavedConnection::chosen);
  }

  @Test
  void replacing_without_a_password_keeps_the_old_one_and_its_time() {
    create("contoso");
    time.advance(Duration.ofDays(30));

    folder.replace(Samples.connection("CONTOSO", "renamed"), null);

    assertThat(folder.get("contoso").credentialChanged()).isEqualTo(START);
    assertThat(folder.open("contoso").connection().name()).isEqualTo("CONTOSO");
    assertThat(folder.open("contoso").connection().description()).isEqualTo("renamed");
    assertThat(folder.open("contoso").credential().secret()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void replacing_the_password_notes_the_time() {
    create("contoso");
    time.advance(Duration.ofDays(30));

    folder.replace(Samples.connection("contoso"), OTHER);

    assertThat(folder.get("contoso").credentialChanged())
        .isEqualTo(START.plus(Duration.ofDays(30)));
    assertThat(folder.open("contoso").credential().secret()).isEqualTo(OTHER_PASSWORD);
  }

  @Test
  void replacing_keeps_the_choice() {
    create("one", "two");
    folder.use("one");

    folder.replace(Samples.connection("ONE"), OTHER);

    assertThat(folder.get("one").chosen()).isTrue();
  }

  @Test
  void what_does_not_exist_cannot_be_replaced_deleted_or_chosen() {
    create("one");

    assertThat(Samples.problem(() -> folder.replace(Samples.connection("two"), null)).code())
        .isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
    assertThat(Samples.problem(() -> folder.delete("two")).code())
        .isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
    assertThat(Samples.problem(() -> folder.use("two")).code())
        .isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
  }

  @Test
  void a_password_with_outer_blanks_is_not_stored() {
    Secret blanked = Secret.of("canary ");

    assertThat(
            Samples.problem(
                    () ->
                        folder.create(
                            Samples.connection("contoso"), new Credential.Password(blanked), null))
                .code())
        .isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(home).doesNotExist();
  }

  @Test
  void no_unfinished_file_is_left_behind() {
    create("one", "two");

    assertThat(home)
        .isDirectoryContaining("glob:**/connections.json")
        .isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void fields_of_a_newer_version_are_kept_when_the_file_is_written_again() throws Exception {
    create("one");
    Path file = home.resolve("connections.json");
    String newer =
        Files.readString(file)
            .replaceFirst("\\{", "{\"theme\": {\"dark\": [1, null, true]}, ")
            .replaceFirst("\"name\"", "\"tenantHint\": \"contoso.com\", \"name\"");
    Files.writeString(file, newer);

    create("two");
    folder.replace(Samples.connection("one", "changed"), OTHER);

    assertThat(Files.readString(file).replaceAll("\\s", ""))
        .contains("\"theme\":{\"dark\":[1,null,true]}", "\"tenantHint\":\"contoso.com\"");
  }

  @Test
  void a_file_of_the_first_version_is_read_as_passwords_whose_key_is_in_the_file()
      throws Exception {
    create("one");
    Path file = home.resolve("connections.json");
    String older =
        Files.readString(file)
            .replaceAll("(?m)^ *\"(keyStoreItem|signIn|realm|lastUsed|storage)\" : .*\\R", "");
    Files.writeString(file, older);

    SavedConnection saved = folder.get("one");

    assertThat(older).doesNotContain("storage").contains("passwordChanged");
    assertThat(folder.open("one").credential()).isEqualTo(Samples.CREDENTIAL);
    assertThat(saved)
        .isEqualTo(
            new SavedConnection(
                Samples.connection("one"),
                SignInMethod.PASSWORD,
                START,
                null,
                SecretStorage.FILE,
                null,
                null,
                false,
                false));
  }

  private void create(String... names) {
    for (String name : names) {
      folder.create(Samples.connection(name), Samples.CREDENTIAL, null);
    }
  }
}
