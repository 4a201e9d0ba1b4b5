package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.testing.ManualTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @Test
  void without_arguments_it_shows_what_there_is() {
    Outcome outcome = run();

    assertThat(outcome.succeeded().out())
        .contains("Usage: lifeline", "connection", "asset", "deploy", "operation", "demo");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void the_version_is_one_line() {
    assertThat(run("--version").succeeded().out()).matches("lifeline [^\n]+\n");
    assertThat(run("-V").succeeded().out()).startsWith("lifeline ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help asset upload", "asset upload --help", "asset upload -h"})
  void the_help_of_a_command_has_three_ways_to_it(String line) {
    Outcome outcome = run(line.split(" "));

    assertThat(outcome.succeeded().out())
        .startsWith("Usage: lifeline asset upload ")
        .containsSubsequence("Options:", "--wait-for-validation", "Common options:", "--output");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connection", "app", "asset", "operation"})
  void a_noun_alone_shows_its_verbs(String noun) {
    assertThat(run(noun).succeeded().out()).contains("Usage: lifeline " + noun, "Commands:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asest list",
        "asset upload",
        "asset list --no-such-option",
        "asset list extra",
        "help nothing",
        "asset list --output xml",
        "emulator --port many",
        "connection create"
      })
  void wrong_usage_ends_with_code_2_and_says_where_help_is(String line) {
    Outcome outcome = run(line.split(" "));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("error: ").contains("  fix:  ");
  }

  @Test
  void a_command_that_is_nearly_right_is_suggested() {
    assertThat(run("asset", "uplaod").err()).contains("did you mean: upload");
  }

  @Test
  void wrong_usage_is_json_when_json_was_asked_for() {
    for (List<String> arguments :
        List.of(
            List.of("asset", "nothing", "-o", "json"),
            List.of("-o=json", "asset", "nothing"),
            List.of("asset", "nothing", "--output=JSON"),
            List.of("-ojson", "asset", "nothing"))) {
      Outcome outcome = run(arguments.toArray(String[]::new));

      assertThat(outcome.errorCode()).as(arguments.toString()).isEqualTo("USAGE_WRONG");
    }
  }

  @Test
  void the_variable_asks_for_json_too() {
    RecordingHost host = host(Map.of("LIFELINE_OUTPUT", "json"));

    assertThat(host.run("asset", "types").rows()).isNotEmpty();
  }

  @Test
  void an_output_that_does_not_exist_is_refused_before_anything_is_done() {
    RecordingHost host = host(Map.of("LIFELINE_OUTPUT", "yaml"));

    Outcome outcome = host.run("asset", "types");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("no output format is called 'yaml'");
  }

  @Test
  void every_command_explains_itself_within_a_hundred_columns() {
    Stream<String> lines =
        Stream.of(
                "connection create",
                "connection list",
                "connection show",
                "connection use",
                "connection verify",
                "connection delete",
                "connection update",
                "connection rotate",
                "connection export",
                "connection import",
                "app guide",
                "app check",
                "app register",
                "asset upload",
                "asset download",
                "asset list",
                "asset show",
                "asset types",
                "deploy",
                "operation status",
                "operation watch",
                "emulator",
                "demo")
            .flatMap(command -> run((command + " --help").split(" ")).succeeded().out().lines());

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  private static Outcome run(String... arguments) {
    return host(Map.of()).run(arguments);
  }

  private static RecordingHost host(Map<String, String> environment) {
    return new RecordingHost(
        environment, Path.of("nowhere"), new ManualTime(Instant.parse("2026-11-22T10:15:30Z")));
  }
}
