package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UnfinishedChangeTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Secret NEXT = Secret.of("canary-next");
  private static final Secret OTHER = Secret.of("canary-other");

  private final ManualTime time = new ManualTime(START);
  @TempDir private Path home;

  @BeforeEach
  void a_connection() {
    folder().create(Samples.connection("contoso"), Samples.CREDENTIAL, null);
    time.advance(Duration.ofDays(90));
  }

  @Test
  void a_change_that_was_begun_leaves_the_old_password_in_use() {
    folder().beginChange("CONTOSO", NEXT);

    assertThat(password()).isEqualTo(Samples.PASSWORD);
    assertThat(folder().unfinishedChange("Contoso")).contains(NEXT);
    assertThat(folder().unfinishedSince("contoso")).contains(START.plus(Duration.ofDays(90)));
    assertThat(folder().get("contoso").changeUnfinished()).isTrue();
    assertThat(folder().get("contoso").credentialChanged()).isEqualTo(START);
  }

  @Test
  void no_change_is_unfinished_before_one_is_begun() {
    assertThat(folder().unfinishedChange("contoso")).isEmpty();
    assertThat(folder().unfinishedSince("contoso")).isEmpty();
    assertThat(folder().get("contoso").changeUnfinished()).isFalse();
  }

  @Test
  void a_finished_change_counts_from_when_it_was_begun() {
    folder().beginChange("contoso", NEXT);
    time.advance(Duration.ofDays(3));

    folder().finishChange("contoso");

    assertThat(password()).isEqualTo(NEXT);
    assertThat(folder().unfinishedChange("contoso")).isEmpty();
    assertThat(folder().get("contoso").credentialChanged())
        .isEqualTo(START.plus(Duration.ofDays(90)));
  }

  @Test
  void a_change_that_is_undone_leaves_everything_as_it_was() throws IOException {
    String before = Files.readString(file());
    folder().beginChange("contoso", NEXT);

    folder().undoChange("contoso");

    assertThat(file()).hasContent(before);
    assertThat(password()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void ending_what_was_not_begun_changes_nothing() throws IOException {
    String before = Files.readString(file());

    folder().finishChange("contoso");
    folder().undoChange("contoso");

    assertThat(file()).hasContent(before);
  }

  @Test
  void a_second_change_is_refused_so_that_the_first_one_s_password_is_not_lost() {
    folder().beginChange("contoso", NEXT);

    Problem problem = Samples.problem(() -> folder().beginChange("contoso", OTHER));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_CHANGE_UNFINISHED);
    assertThat(problem.fixes()).containsExactly("try again: lifeline connection rotate contoso");
    assertThat(folder().unfinishedChange("contoso")).contains(NEXT);
  }

  @Test
  void a_password_that_is_stored_as_the_right_one_ends_the_change() {
    folder().beginChange("contoso", NEXT);

    folder().replace(Samples.connection("contoso"), new Credential.Password(OTHER));

    assertThat(password()).isEqualTo(OTHER);
    assertThat(folder().get("contoso").changeUnfinished()).isFalse();
  }

  @Test
  void changing_other_fields_leaves_the_change_alone() {
    folder().beginChange("contoso", NEXT);

    folder().replace(Samples.connection("contoso", "other words"), null);

    assertThat(folder().unfinishedChange("contoso")).contains(NEXT);
  }

  @Test
  void a_password_that_no_sign_in_accepts_is_not_begun_with() {
    assertThat(Samples.problem(() -> folder().beginChange("contoso", Secret.of("x "))).code())
        .isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(folder().unfinishedChange("contoso")).isEmpty();
  }

  @Test
  void a_connection_without_a_password_has_none_to_change() {
    folder()
        .create(
            Samples.connection("person"), new Credential.RefreshToken(Secret.of("token")), null);

    Problem problem = Samples.problem(() -> folder().beginChange("person", NEXT));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message())
        .isEqualTo("the service connection 'person' has no password that could be changed");
  }

  @Test
  void what_does_not_exist_has_no_change() {
    assertThat(Samples.problem(() -> folder().beginChange("two", NEXT)).code())
        .isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
    assertThat(Samples.problem(() -> folder().unfinishedChange("two")).code())
        .isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
    assertThat(Samples.problem(() -> folder().finishChange("two")).code())
        .isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
    assertThat(Samples.problem(() -> folder().undoChange("two")).code())
        .isEqualTo(ProblemCode.CONNECTION_NOT_FOUND);
  }

  @Test
  void the_new_password_is_in_no_file_in_plain_text() {
    folder().beginChange("contoso", NEXT);

    assertThat(file()).content().doesNotContain("canary");
  }

  @Test
  void the_ciphertext_of_the_new_password_does_not_open_as_the_old_one() throws IOException {
    folder().beginChange("contoso", NEXT);
    String text = Files.readString(file());
    Matcher next = Pattern.compile("\"unfinishedPassword\" *: *\"([^\"]+)\"").matcher(text);
    Matcher old = Pattern.compile("\"password\" *: *\"([^\"]+)\"").matcher(text);
    assertThat(next.find() && old.find()).isTrue();

    Files.writeString(file(), text.replace(old.group(1), next.group(1)));

    assertThat(Samples.problem(this::password).code()).isEqualTo(ProblemCode.STORE_DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 21})
  void a_process_that_is_killed_in_the_middle_loses_no_password(int rounds) throws Exception {
    Process process = changeInAnotherProcess();
    try (BufferedReader said = reader(process)) {
      String line = said.readLine();
      while (line != null && !line.equals("round " + rounds)) {
        line = said.readLine();
      }
      assertThat(line).isEqualTo("round " + rounds);
      process.destroyForcibly().waitFor();
    }

    Optional<Secret> unfinished = folder().unfinishedChange("contoso");
    assertThat(password().reveal()).matches("canary-Tr0ub4dor&3|canary-round-[0-9]+");
    unfinished.ifPresent(next -> assertThat(next.reveal()).matches("canary-round-[0-9]+"));
    folder().finishChange("contoso");
    assertThat(unfinished.map(next -> next.equals(password())).orElse(true)).isTrue();
  }

  @Test
  void a_file_that_a_killed_process_left_half_written_is_cleared_away() throws IOException {
    folder().beginChange("contoso", NEXT);
    Path half = home.resolve("connections.json.new");
    Files.copy(file(), half, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(half, Files.readString(half).substring(0, 100));

    folder().finishChange("contoso");

    assertThat(password()).isEqualTo(NEXT);
    assertThat(half).doesNotExist();
  }

  private Process changeInAnotherProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChangePasswordAgainAndAgain.class.getName(),
            home.toString())
        .redirectErrorStream(true)
        .start();
  }

  private Path file() {
    return home.resolve("connections.json");
  }

  private Secret password() {
    return folder().open("contoso").credential().secret();
  }

  /** Another process, each time. */
  private ConnectionFolder folder() {
    return new ConnectionFolder(home, time);
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
