package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsableConnectionTest {
  private final ServiceConnection connection = Samples.connection("contoso");

  @Test
  void it_prints_no_secret() {
    assertThat(new UsableConnection(connection, Samples.CREDENTIAL).toString())
        .contains("contoso", "***")
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {" canary", "canary ", "canary\n", "\tcanary", " "})
  void a_password_with_outer_blanks_is_refused_because_entra_id_refuses_it(String text) {
    Problem problem =
        Samples.problem(
            () -> new UsableConnection(connection, new Credential.Password(Secret.of(text))));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message()).contains("'Password'");
    assertThat(problem.fixes()).isNotEmpty();
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void a_password_with_half_a_character_is_refused_before_it_is_stored_as_another_one() {
    Problem problem =
        Samples.problem(
            () ->
                new UsableConnection(
                    connection, new Credential.Password(Secret.of("canary\ud83dx"))));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void blanks_inside_a_password_belong_to_it() {
    var usable =
        new UsableConnection(connection, new Credential.Password(Secret.of("correct horse")));

    assertThat(usable.credential().secret().reveal()).isEqualTo("correct horse");
  }
}
