package dev.lifeline.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ForeignTextTest {
  private static final String STEERING =
      "[\\p{Cc}\\x{061c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{2028}\\x{2029}]";

  @Property
  void a_line_is_one_line_and_steers_nothing(@ForAll("hostile") String text) {
    String line = ForeignText.line(text);

    assertThat(line).doesNotContainPattern(STEERING);
    assertNoCommand(line);
  }

  @Property
  void a_line_that_was_made_harmless_stays_as_it_is(@ForAll("hostile") String text) {
    String line = ForeignText.line(text);

    assertThat(ForeignText.line(line)).isEqualTo(line);
  }

  @Property
  void json_means_the_same_and_steers_nothing(@ForAll("hostile") String text) {
    String written =
        ForeignText.json(Json.writeIndented(Map.of("name", text, "rows", List.of(text))));

    assertThat((Map<?, ?>) Json.read(written, Map.class).orElseThrow())
        .isEqualTo(Map.of("name", text, "rows", List.of(text)));
    assertThat(written.replaceAll("\\R", "")).doesNotContainPattern(STEERING);
    written.lines().forEach(ForeignTextTest::assertNoCommand);
  }

  @Example
  void ordinary_text_is_left_alone() {
    for (String text :
        List.of("Größe 一 – ok", "issue #1 ## heading [x]", "a::b", "https://x/?a=1&b=%20", "")) {
      assertThat(ForeignText.line(text)).isEqualTo(text);
      assertThat(ForeignText.json(Json.write(text))).isEqualTo(Json.write(text));
    }
  }

  @Example
  void the_commands_of_each_agent_are_broken_up() {
    assertThat(ForeignText.line("##vso[task.setvariable variable=x]1"))
        .isEqualTo("# #vso[task.setvariable variable=x]1");
    assertThat(ForeignText.line("x ##[error]y")).isEqualTo("x # #[error]y");
    assertThat(ForeignText.line("##teamcity[buildStatus]")).isEqualTo("# #teamcity[buildStatus]");
    assertThat(ForeignText.line("  ::set-output name=x::1")).isEqualTo("  : :set-output name=x::1");
    assertThat(ForeignText.line("\u00a0::add-mask::x")).isEqualTo("\u00a0: :add-mask::x");
    assertThat(ForeignText.line("\u001b[31mred\nnext")).isEqualTo("\ufffd[31mred\ufffdnext");
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "##",
            "#",
            "vso[",
            "VSO[",
            "[",
            "teamcity[",
            ":",
            "::",
            "set-output",
            " ",
            "\t",
            "\n",
            "\r",
            "\u001b[2J",
            "\u009b",
            "\u007f",
            "\u0000",
            "\u202e",
            "\u2066",
            "\u061c",
            "\u2028",
            "\u00a0",
            "\u3000",
            "\"",
            "\\",
            "\\u0023",
            "a",
            "ß",
            "一",
            "😀");
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  private static void assertNoCommand(String line) {
    assertThat(line.toLowerCase(Locale.ROOT)).doesNotContainPattern("##[a-z]*\\[");
    assertThat(line).doesNotContainPattern("(?U)^\\s*::");
  }
}
