package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentConnectionTest {
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "LIFELINE_USERNAME", "deploy@contoso.com",
              "LIFELINE_PASSWORD", "canary-1",
              "LIFELINE_CLIENT_ID", Samples.CLIENT_ID,
              "LIFELINE_AUTHENTICATION_ENDPOINT", "https://login.microsoftonline.com/contoso.com",
              "LIFELINE_API_ENDPOINT", "https://lcsapi.eu.lcs.dynamics.com"));

  @Test
  void five_variables_make_a_connection() {
    UsableConnection usable = EnvironmentConnection.from(environment).orElseThrow();

    assertThat(usable.connection().name()).isEqualTo("environment");
    assertThat(usable.connection().username()).isEqualTo("deploy@contoso.com");
    assertThat(usable.connection().clientId()).hasToString(Samples.CLIENT_ID);
    assertThat(usable.connection().authenticationEndpoint())
        .hasToString("https://login.microsoftonline.com/contoso.com");
    assertThat(usable.connection().apiEndpoint()).hasToString("https://lcsapi.eu.lcs.dynamics.com");
    assertThat(usable.credential().secret().reveal()).isEqualTo("canary-1");
  }

  @Test
  void none_of_them_set_is_no_connection() {
    assertThat(EnvironmentConnection.from(Map.of("PATH", "/bin", "LIFELINE_PROJECT_ID", "7")))
        .isEmpty();
  }

  @Test
  void variables_that_are_empty_count_as_not_set() {
    environment.replaceAll((name, value) -> "");

    assertThat(EnvironmentConnection.from(environment)).isEmpty();
  }

  @Test
  void an_incomplete_connection_names_exactly_what_is_missing() {
    environment.remove("LIFELINE_CLIENT_ID");
    environment.put("LIFELINE_API_ENDPOINT", " ");
    environment.remove("LIFELINE_PASSWORD");

    Problem problem = Samples.problem(() -> EnvironmentConnection.from(environment));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message())
        .isEqualTo(
            "the service connection in the environment is incomplete: missing"
                + " LIFELINE_API_ENDPOINT, LIFELINE_CLIENT_ID,"
                + " LIFELINE_PASSWORD (or LIFELINE_PASSWORD_FILE)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIFELINE_USERNAME",
        "LIFELINE_PASSWORD",
        "LIFELINE_CLIENT_ID",
        "LIFELINE_API_ENDPOINT"
      })
  void each_of_them_is_needed(String variable) {
    environment.remove(variable);

    Problem problem = Samples.problem(() -> EnvironmentConnection.from(environment));

    assertThat(problem.message()).contains("missing " + variable);
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void the_authentication_endpoint_has_a_default() {
    environment.remove("LIFELINE_AUTHENTICATION_ENDPOINT");

    UsableConnection usable = EnvironmentConnection.from(environment).orElseThrow();

    assertThat(usable.connection().authenticationEndpoint()).hasToString(Samples.AUTHORITY);
  }

  @Test
  void on_loopback_the_authentication_endpoint_has_no_default() {
    environment.remove("LIFELINE_AUTHENTICATION_ENDPOINT");
    environment.put("LIFELINE_API_ENDPOINT", "https://localhost:9443");

    Problem problem = Samples.problem(() -> EnvironmentConnection.from(environment));

    assertThat(problem.message()).contains("LIFELINE_AUTHENTICATION_ENDPOINT");
  }

  @Test
  void a_malformed_value_names_the_field_and_the_variable() {
    environment.put("LIFELINE_CLIENT_ID", "1234");

    Problem problem = Samples.problem(() -> EnvironmentConnection.from(environment));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message())
        .startsWith("the field 'Application (Client) ID' (LIFELINE_CLIENT_ID) is wrong: ");
  }

  @Test
  void two_passwords_are_a_contradiction_that_names_both_variables() {
    environment.put("LIFELINE_PASSWORD_FILE", "password.txt");

    Problem problem = Samples.problem(() -> EnvironmentConnection.from(environment));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message())
        .isEqualTo("LIFELINE_PASSWORD and LIFELINE_PASSWORD_FILE are both set");
  }

  @Test
  void the_password_comes_from_a_file_without_its_line_break(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "from-file\n");
    environment.remove("LIFELINE_PASSWORD");
    environment.put("LIFELINE_PASSWORD_FILE", file.toString());

    UsableConnection usable = EnvironmentConnection.from(environment).orElseThrow();

    assertThat(usable.credential().secret().reveal()).isEqualTo("from-file");
  }

  @Test
  void a_password_file_that_does_not_exist_is_named(@TempDir Path folder) {
    environment.remove("LIFELINE_PASSWORD");
    environment.put("LIFELINE_PASSWORD_FILE", folder.resolve("gone").toString());

    Problem problem = Samples.problem(() -> EnvironmentConnection.from(environment));

    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
    assertThat(problem.message()).contains("gone");
  }

  @Test
  void a_password_with_a_line_break_is_refused_and_not_shown() {
    environment.put("LIFELINE_PASSWORD", "canary-1\n");

    Problem problem = Samples.problem(() -> EnvironmentConnection.from(environment));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.toString()).doesNotContain("canary");
  }
}
