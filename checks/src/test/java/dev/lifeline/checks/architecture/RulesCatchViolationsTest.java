package dev.lifeline.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule, code that breaks it: a rule that cannot fail proves nothing. */
final class RulesCatchViolationsTest {
  @TempDir Path folder;

  /**
   * Code that breaks a rule.
   *
   * @param culprit what the rule's report has to name
   */
  record Violation(String name, ArchRule rule, String culprit, List<String> sources) {
    @Override
    public String toString() {
      return name + ": " + culprit;
    }
  }

  @ParameterizedTest
  @MethodSource("violations")
  void a_rule_reports_the_code_that_breaks_it(Violation violation) throws IOException {
    JavaClasses culprits = new Snippets(folder).compile(violation.sources());

    String report =
        violation.rule().allowEmptyShould(true).evaluate(culprits).getFailureReport().toString();

    assertThat(report).contains(violation.culprit());
  }

  @Test
  void every_rule_has_code_that_breaks_it() {
    List<String> broken = violations().map(Violation::name).distinct().sorted().toList();

    assertThat(broken).isEqualTo(ruleNames());
  }

  private static List<String> ruleNames() {
    return Stream.of(
            LayerRulesTest.class, DoorRulesTest.class, ShapeRulesTest.class, TestRulesTest.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .map(java.lang.reflect.Field::getName)
        .sorted()
        .toList();
  }

  static Stream<Violation> violations() {
    return Stream.of(LayerViolations.all(), DoorViolations.all(), ShapeViolations.all())
        .flatMap(List::stream);
  }
}
