package dev.lifeline.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
  @Test
  void an_address_prints_no_password() {
    var inQuery = new DatabaseAddress("jdbc:postgresql://db:5432/hub?user=u&password=hush");
    var inHost = new DatabaseAddress("jdbc:postgresql://u:hush@db/hub");

    assertThat(inQuery.toString()).isEqualTo("jdbc:postgresql://db:5432/hub");
    assertThat(inHost.toString()).doesNotContain("hush");
  }

  @Test
  void other_databases_are_refused() {
    assertThatThrownBy(() -> new DatabaseAddress("jdbc:mysql://db/hub"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:postgresql:");
  }

  @Test
  void a_database_that_does_not_answer_is_told_without_its_password() {
    var address = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/hub?user=u&password=hush");

    assertThatThrownBy(() -> Database.open(address))
        .isInstanceOfSatisfying(
            LifelineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ProblemCode.DATABASE_UNUSABLE);
              assertThat(e.problem().toString()).doesNotContain("hush");
            });
  }
}
