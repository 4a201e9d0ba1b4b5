package dev.lifeline.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final Problem PROBLEM =
      Problem.of(ProblemCode.MFA_REQUIRED, "sign-in as 'a' was refused")
          .why("A reason that is long enough to need a second line. ".repeat(3).strip())
          .fix("do something, then run: lifeline connection verify " + "x".repeat(80))
          .step(SetupStep.ACCOUNT)
          .detail("aadsts", 50076)
          .detail("correlationId", "7c1f")
          .detail("timestamp", "2026-11-22 10:15:03Z");

  @Test
  void a_problem_says_what_why_fix_and_where() {
    List<String> lines = ProblemText.lines(PROBLEM);

    assertThat(lines.get(0)).isEqualTo("error: sign-in as 'a' was refused");
    assertThat(lines.get(1)).startsWith("  why:  A reason that is");
    assertThat(lines.get(2)).startsWith("        ");
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo(
            "  help: setup guide, step \""
                + SetupStep.ACCOUNT.title()
                + "\"; correlation id 7c1f, 2026-11-22 10:15:03Z");
  }

  @Test
  void a_command_stays_on_one_line_so_that_it_can_be_pasted() {
    assertThat(ProblemText.lines(PROBLEM))
        .containsSequence(
            "  fix:  do something, then run:",
            "        lifeline connection verify " + "x".repeat(80));
  }

  @Test
  void other_lines_fit_a_terminal() {
    assertThat(ProblemText.lines(PROBLEM))
        .filteredOn(line -> !line.contains("lifeline connection verify"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(96));
  }

  @Test
  void in_json_it_has_the_fields_of_the_contract() {
    assertThat(ProblemText.json(PROBLEM)).containsOnlyKeys("error");
    assertThat((Map<?, ?>) ProblemText.json(PROBLEM).get("error"))
        .extracting(Map::keySet)
        .asString()
        .isEqualTo("[code, message, why, fix, step, details]");
  }
}
