package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.json.Json;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private static final String TRACE = "64ab9ad5-447a-432c-ba42-83784ad85800";
  private static final String CORRELATION = "6347d33d-941a-4c35-9912-a9cf54fb1b3e";
  private static final String TIME = "2026-01-04 19:44:18Z";

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", " ", "\n", "  "})
  void words_and_ids_are_told_apart_however_they_are_separated(String between) {
    String description =
        String.join(
            between,
            "AADSTS99999: Some words. And more.",
            "Trace ID: " + TRACE,
            "Correlation ID: " + CORRELATION,
            "Timestamp: " + TIME);

    Refusal refusal = read(Map.of("error", "invalid_grant", "error_description", description));

    assertThat(refusal.words()).isEqualTo("AADSTS99999: Some words. And more.");
    assertThat(refusal.number()).isEqualTo(99999);
    assertThat(refusal.facts()).isEqualTo(new Refusal.Facts(TRACE, CORRELATION, TIME));
  }

  @Test
  void ids_of_their_own_count_more_than_those_in_the_words() {
    Refusal refusal =
        read(
            Map.of(
                "error", "invalid_grant",
                "error_description", "AADSTS99999: Words. Trace ID: other",
                "trace_id", TRACE,
                "correlation_id", CORRELATION,
                "timestamp", TIME));

    assertThat(refusal.facts()).isEqualTo(new Refusal.Facts(TRACE, CORRELATION, TIME));
  }

  @Test
  void the_words_are_those_of_the_code_that_tells_most() {
    Refusal refusal =
        read(
            Map.of(
                "error", "invalid_grant",
                "error_description",
                    "AADSTS70002: Wrapped.\r\nAADSTS99999: Inside.\r\nTrace ID: x"));

    assertThat(refusal.words()).isEqualTo("AADSTS99999: Inside.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "7", "\"x\"", "{}", "{\"error\":\"\"}", "<html></html>"})
  void what_names_no_error_is_no_refusal(String body) {
    assertThat(Refusal.in(new Answer(400, Map.of(), body))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, temporarily_unavailable, , true",
    "400, server_error, , false",
    "503, server_error, , true",
    "429, whatever, , true",
    "400, invalid_grant, 90033, true",
    "400, invalid_grant, 80001, true",
    "400, invalid_grant, 80007, false",
    "503, server_error, 90036, false",
    "500, invalid_grant, 50126, false",
    "400, invalid_grant, 50126, false"
  })
  void what_may_pass_is_known_by_code_then_by_word_then_by_status(
      int status, String error, Integer number, boolean passing) {
    Map<String, Object> body =
        number == null
            ? Map.of("error", error)
            : Map.of("error", error, "error_codes", List.of(number));

    assertThat(Refusal.isPassing(new Answer(status, Map.of(), Json.write(body))))
        .isEqualTo(passing);
  }

  @Property(tries = 300)
  void any_text_is_read_without_failing(@ForAll @StringLength(max = 200) String text) {
    Refusal.in(new Answer(400, Map.of(), text));
    Refusal refusal = read(Map.of("error", "x" + text, "error_description", text));

    assertThat(refusal.error()).isEqualTo("x" + text);
  }

  @Property(tries = 300)
  void words_never_hold_the_ids(
      @ForAll @AlphaChars @NotBlank @StringLength(max = 40) String words,
      @ForAll @IntRange(min = 10_000, max = 99_999_999) int number) {
    String description = "AADSTS" + number + ": " + words + " Trace ID: " + TRACE;

    Refusal refusal = read(Map.of("error", "x", "error_description", description));

    assertThat(refusal.words()).isEqualTo("AADSTS" + number + ": " + words);
    assertThat(refusal.number()).isEqualTo(number);
  }

  @Property(tries = 300)
  void a_list_of_codes_gives_one_of_them(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1) Integer> numbers) {
    Refusal refusal = read(Map.of("error", "x", "error_codes", numbers));

    assertThat(numbers).contains(refusal.number());
  }

  private static Refusal read(Map<String, Object> body) {
    return Refusal.in(new Answer(400, Map.of(), Json.write(body))).orElseThrow();
  }
}
