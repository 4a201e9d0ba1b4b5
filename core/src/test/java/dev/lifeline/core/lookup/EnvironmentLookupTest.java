package dev.lifeline.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentLookupTest {
  private final Lab lab;
  private final EnvironmentLookup lookup;
  private final EnvironmentId test;

  EnvironmentLookupTest() throws Exception {
    lab = new Lab();
    lookup = lab.lifeline().environmentLookup();
    test = lab.environment("contoso-test");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso-test", " Contoso-TEST "})
  void an_environment_is_found_by_its_name(String name) {
    assertThat(lookup.id(Lab.PROJECT, name)).isEqualTo(test);
    assertThat(lookup.environment(Lab.PROJECT, name).id()).isEqualTo(test);
  }

  @Test
  void an_id_needs_no_finding() {
    assertThat(lookup.id(Lab.PROJECT, test.value())).isEqualTo(test);
    assertThat(lab.emulator.received().list()).isEmpty();
  }

  @Test
  void an_environment_is_described_by_its_id_too() {
    assertThat(lookup.environment(Lab.PROJECT, test.value()).name()).isEqualTo("contoso-test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso", "00000000111122223333444444444444"})
  void what_no_environment_is_called_is_told(String idOrName) {
    Problem problem = Problems.of(() -> lookup.environment(Lab.PROJECT, idOrName));

    assertThat(problem.code()).isEqualTo(ProblemCode.ENVIRONMENT_NOT_FOUND);
    assertThat(problem.message()).contains(idOrName);
    assertThat(problem.fixes()).first().asString().contains("lifeline environment list");
  }

  @Test
  void a_name_that_two_environments_have_is_told_with_their_ids() {
    String other = lab.environment("contoso-uat").value();
    String row = "{\"EnvironmentId\":\"%s\",\"EnvironmentName\":\"twin\"}";
    lab.answerAlways(
        "lcs",
        "detail",
        200,
        "{\"IsSuccess\":true,\"Data\":[%s,%s]}"
            .formatted(row.formatted(test.value()), row.formatted(other)));

    Problem problem = Problems.of(() -> lookup.id(Lab.PROJECT, "twin"));

    assertThat(problem.message()).contains("more than one environment");
    assertThat(problem.why()).contains(test.value(), other);
  }
}
