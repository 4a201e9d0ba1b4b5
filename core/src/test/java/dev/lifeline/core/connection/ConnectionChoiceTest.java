package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionChoiceTest {
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> wholeConnection =
      Map.of(
          "LIFELINE_USERNAME",
          "deploy@contoso.com",
          "LIFELINE_PASSWORD",
          "canary-1",
          "LIFELINE_CLIENT_ID",
          Samples.CLIENT_ID,
          "LIFELINE_API_ENDPOINT",
          Samples.UNITED_STATES);
  private ConnectionFolder folder;

  @BeforeEach
  void an_empty_folder(@TempDir Path home) {
    folder = new ConnectionFolder(home, new ManualTime(Instant.parse("2026-11-22T10:00:00Z")));
  }

  @Test
  void the_option_comes_first() {
    stored("one", "two", "three");
    folder.use("one");
    environment.put("LIFELINE_CONNECTION", "two");

    assertThat(chosen("THREE")).isEqualTo("three");
  }

  @Test
  void the_option_wins_over_a_whole_connection_in_the_environment() {
    stored("one");
    environment.putAll(wholeConnection);

    assertThat(chosen("one")).isEqualTo("one");
  }

  @Test
  void the_variable_comes_before_the_chosen_one() {
    stored("one", "two");
    folder.use("one");
    environment.put("LIFELINE_CONNECTION", "two");

    assertThat(chosen(null)).isEqualTo("two");
  }

  @Test
  void a_whole_connection_in_the_environment_comes_before_the_chosen_one() {
    stored("one");
    folder.use("one");
    environment.putAll(wholeConnection);

    assertThat(chosen(null)).isEqualTo("environment");
  }

  @Test
  void a_whole_connection_in_the_environment_touches_no_folder() {
    var choice =
        new ConnectionChoice(
            wholeConnection,
            () -> {
              throw new AssertionError("the folder was asked for");
            });

    assertThat(choice.choose(null).connection().name()).isEqualTo("environment");
  }

  @Test
  void a_name_and_a_whole_connection_in_the_environment_contradict_each_other() {
    stored("one");
    environment.putAll(wholeConnection);
    environment.put("LIFELINE_CONNECTION", "one");

    Problem problem = Samples.problem(() -> chosen(null));

    assertThat(problem.code()).isEqualTo(ProblemCode.USAGE_WRONG);
    assertThat(problem.message())
        .contains("LIFELINE_CONNECTION", "LIFELINE_USERNAME", "LIFELINE_PASSWORD");
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void the_chosen_one_comes_before_the_only_one() {
    stored("one", "two");
    folder.use("two");

    assertThat(chosen(null)).isEqualTo("two");
  }

  @Test
  void the_only_one_needs_no_choice() {
    stored("one");

    assertThat(chosen(null)).isEqualTo("one");
  }

  @Test
  void without_any_connection_it_says_how_to_create_one() {
    Problem problem = Samples.problem(() -> chosen(null));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_MISSING);
    assertThat(problem.fixes()).first().isEqualTo("lifeline connection create NAME");
  }

  @Test
  void several_without_a_choice_are_listed() {
    stored("two", "one");

    Problem problem = Samples.problem(() -> chosen(null));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_AMBIGUOUS);
    assertThat(problem.why()).contains("'one', 'two'");
    assertThat(problem.fixes())
        .containsExactly("lifeline connection use NAME", "or name one with --connection NAME");
  }

  @Test
  void an_incomplete_connection_in_the_environment_is_no_reason_to_take_a_stored_one() {
    stored("one");
    environment.put("LIFELINE_USERNAME", "deploy@contoso.com");

    assertThat(Samples.problem(() -> chosen(null)).code())
        .isEqualTo(ProblemCode.CONNECTION_INVALID);
  }

  @Test
  void a_blank_variable_names_nothing() {
    stored("one");
    environment.put("LIFELINE_CONNECTION", " ");

    assertThat(chosen(null)).isEqualTo("one");
  }

  private String chosen(String option) {
    return new ConnectionChoice(environment, () -> folder).choose(option).connection().name();
  }

  private void stored(String... names) {
    for (String name : names) {
      folder.create(Samples.connection(name), Samples.CREDENTIAL, null);
    }
  }
}
