package dev.lifeline.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "8388608, 8388608",
    "8388608B, 8388608",
    "512K, 524288",
    "8M, 8388608",
    "8m, 8388608",
    "8MiB, 8388608",
    "8MB, 8388608",
    "1G, 1073741824",
    "9999999999G, 2147483647"
  })
  void a_size_is_read(String text, int bytes) {
    assertThat(Values.bytes(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M", "-1", "1.5M", "8 M", "8T", "x"})
  void what_is_no_size_is_refused_with_a_sentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.bytes(text))
        .withMessageContaining("is not a size such as 8M");
  }

  @ParameterizedTest
  @CsvSource({"90s, PT1M30S", "5m, PT5M", "1h30m, PT1H30M", "2d, PT48H", "' 1d2h3m4s ', PT26H3M4S"})
  void durations_are_read_as_people_write_them(String text, Duration duration) {
    assertThat(Values.duration("time-out", text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "5", "-5m", "1.5h", "5 m", "5M", "m", "1s1h", "9999999999s"})
  void what_is_no_duration_is_refused(String text) {
    assertThatThrownBy(() -> Values.duration("time-out", text))
        .isInstanceOfSatisfying(
            LifelineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ProblemCode.VALUE_MALFORMED);
              assertThat(e.problem().message())
                  .startsWith("the time-out is malformed: '" + text + "' is not");
            });
  }

  @Test
  void the_sentence_of_the_reader_becomes_the_message() {
    assertThatThrownBy(() -> Values.read("port", "x", Integer::valueOf))
        .hasMessageContaining("the port is malformed: For input string: \"x\"");
  }

  @Test
  void a_name_is_one_word_of_a_command_line_that_can_be_pasted() {
    assertThat(Values.word("contoso-1")).isEqualTo("contoso-1");
    assertThat(Values.word("our project")).isEqualTo("\"our project\"");
  }
}
