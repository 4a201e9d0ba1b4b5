package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceConnectionTest {
  @ParameterizedTest
  @ValueSource(strings = {"c", "contoso", "Contoso Prod 2", "a.b_c-d", "9", "_x", "Übung", "東京"})
  void a_name_may_hold_letters_digits_blanks_dots_underscores_and_hyphens(String name) {
    assertThat(Samples.connection(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        ".a",
        "-a",
        "..",
        "a/b",
        "a\\b",
        "a:b",
        "a\nb",
        "a\tb",
        "a\u001bb",
        "a*",
        "a'b",
        "a\"b",
        "a$b",
        "a;b",
        "a\u200bb",
        "\ud83d\ude00"
      })
  void a_name_that_could_lead_elsewhere_is_refused(String name) {
    Problem problem = Samples.problem(() -> Samples.connection(name));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message()).startsWith("the field 'Service connection name' is wrong: ");
    assertThat(problem.message()).doesNotContain("\n", "\u001b");
  }

  @Test
  void a_name_of_64_characters_is_the_longest() {
    assertThatCode(() -> Samples.connection("n".repeat(64))).doesNotThrowAnyException();

    Problem problem = Samples.problem(() -> Samples.connection("n".repeat(65)));

    assertThat(problem.message()).contains("longer than 64 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "deploy", "de\nploy@contoso.com", "d\u0000@contoso.com"})
  void a_user_name_is_an_alias_with_an_at_sign_and_no_control_character(String username) {
    Problem problem = Samples.problem(() -> Samples.of("contoso", username));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message()).startsWith("the field 'Username' is wrong: ");
    assertThat(problem.step()).isEqualTo(SetupStep.CONNECTION);
  }

  @Test
  void blanks_around_the_user_name_are_cut_off() {
    assertThat(Samples.of("contoso", " deploy@contoso.com ").username())
        .isEqualTo("deploy@contoso.com");
  }

  @Test
  void a_blank_description_is_none() {
    assertThat(Samples.connection("contoso", " ").description()).isNull();
  }

  @Test
  void a_description_that_would_steer_the_terminal_is_refused() {
    Problem problem = Samples.problem(() -> Samples.connection("contoso", "red \u001b[31m"));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message()).contains("'Description'");
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com/organizations, https://lcsapi.lcs.dynamics.com",
    "https://login.microsoftonline.com/contoso.com,   https://lcsapi.eu.lcs.dynamics.com",
    "https://login.microsoftonline.com/organizations, https://lcsapi.gov.lcs.microsoftdynamics.us",
    "https://login.microsoftonline.us/organizations,  https://lcsapi.gov.lcs.microsoftdynamics.us",
    "https://login.microsoftonline.us/organizations,  https://lcsapi.high.lcs.microsoftdynamics.us",
    "https://login.partner.microsoftonline.cn/x.cn,   https://lcsapi.lcs.dynamics.cn",
    "https://login.windows.net/organizations,         https://lcsapi.lcs.dynamics.com",
    "https://localhost:8443/organizations,            https://127.0.0.1:9443",
    "http://localhost:8080/organizations,             http://localhost:8081",
    "https://login.example.org/organizations,         https://lcs.example.org",
    "https://login.example.org/organizations,         https://lcsapi.lcs.dynamics.com",
    "https://login.microsoftonline.com/organizations, https://lcs.example.org",
  })
  void endpoints_of_one_cloud_or_of_unknown_hosts_go_together(String authority, String api) {
    assertThatCode(() -> Samples.between(authority, api)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com/organizations, https://lcsapi.lcs.dynamics.cn",
    "https://login.microsoftonline.com/organizations, https://lcsapi.high.lcs.microsoftdynamics.us",
    "https://login.microsoftonline.us/organizations,  https://lcsapi.lcs.dynamics.com",
    "https://login.microsoftonline.us/organizations,  https://lcsapi.eu.lcs.dynamics.com",
    "https://login.partner.microsoftonline.cn/x.cn,   https://lcsapi.lcs.dynamics.com",
    "https://login.microsoftonline.com/organizations, https://localhost:9443",
    "https://localhost:8443/organizations,            https://lcsapi.lcs.dynamics.com",
    "https://localhost:8443/organizations,            https://lcs.example.org",
    "https://login.example.org/organizations,         http://127.0.0.1:9090",
  })
  void endpoints_of_different_clouds_do_not_go_together(String authority, String api) {
    Problem problem = Samples.problem(() -> Samples.between(authority, api));

    assertThat(problem.code()).isEqualTo(ProblemCode.CLOUD_MISMATCH);
    assertThat(problem.message()).contains("'" + authority + "'", "'" + api + "'");
    assertThat(problem.step()).isEqualTo(SetupStep.CONNECTION);
  }

  @Test
  void a_cloud_mismatch_names_the_authentication_endpoint_that_fits() {
    Problem problem =
        Samples.problem(() -> Samples.between(Samples.AUTHORITY, "https://lcsapi.lcs.dynamics.cn"));

    assertThat(problem.fixes())
        .first()
        .isEqualTo(
            "use the authentication endpoint https://login.partner.microsoftonline.cn/organizations");
    assertThat(problem.why()).contains("the cloud 'global'", "the cloud 'china'");
  }
}
