package dev.lifeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTargetTest {
  private static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("00000000-1111-2222-3333-444444444444");

  @ParameterizedTest
  @CsvSource({"hq, HQ", "HQOnPrem, HQONPREM", "CSU, CSU", "ecom, ECOM"})
  void a_type_is_known_by_its_id(String id, DeploymentType type) {
    assertThat(DeploymentType.withId(id)).contains(type);
  }

  @Test
  void there_is_no_other_type() {
    assertThat(DeploymentType.withId("hqs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HQ,", "HQONPREM,", "CSU, contoso-csu", "ECOM, 1"})
  void a_part_is_named_where_a_part_is_serviced(DeploymentType type, String part) {
    assertThatCode(() -> new DeploymentTarget(type, ENVIRONMENT, part)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"HQ, x", "HQONPREM, x", "CSU,", "CSU, ' '", "ECOM,"})
  void any_other_part_is_refused(DeploymentType type, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeploymentTarget(type, ENVIRONMENT, part));
  }

  @Test
  void a_whole_environment_has_no_part() {
    assertThatIllegalStateException()
        .isThrownBy(DeploymentTarget.of(DeploymentType.HQ, ENVIRONMENT)::requiredPart);
  }
}
