package dev.lifeline.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.DeploymentType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationKindTest {
  @ParameterizedTest
  @CsvSource({
    "HQ, HQ, 5",
    "ON_PREMISES_PREPARATION, ON_PREMISES_PREPARING, 5",
    "ON_PREMISES_DEPLOYMENT, ON_PREMISES_DEPLOYING, 5",
    "CSU, CSU, 2",
    "ECOM, ECOM, 2",
    "DATABASE_REFRESH, DATABASE, 2",
    "DATABASE_EXPORT, DATABASE, 2",
    "START, DATABASE, 1",
    "STOP, DATABASE, 1"
  })
  void each_kind_has_its_table_and_its_interval(
      OperationKind kind, StatusTable table, int minutes) {
    assertThat(kind.statuses()).isEqualTo(table);
    assertThat(kind.interval()).isEqualTo(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @EnumSource(OperationKind.class)
  void each_kind_is_found_by_its_id(OperationKind kind) {
    assertThat(OperationKind.withId(kind.id())).contains(kind);
  }

  @Test
  void an_on_premises_deployment_begins_with_its_preparation() {
    assertThat(OperationKind.firstOf(DeploymentType.HQONPREM))
        .isEqualTo(OperationKind.ON_PREMISES_PREPARATION);
  }
}
