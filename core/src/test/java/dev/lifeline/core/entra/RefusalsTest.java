package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The catalogue of the sign-in sheet: code, what it means, where to look. */
class RefusalsTest {
  private static final Account ACCOUNT =
      new Account(
          AuthenticationEndpoint.of("https://login.microsoftonline.com/organizations"),
          ApiEndpoint.of("https://lcsapi.lcs.dynamics.com"),
          new ClientId("00000000-1111-2222-3333-444444444444"),
          "deploy@contoso.example",
          Secret.of("canary"));

  @ParameterizedTest
  @CsvFileSource(resources = "aadsts.csv", numLinesToSkip = 1)
  void a_code_says_what_is_wrong_and_where_to_look(int number, ProblemCode code, SetupStep step) {
    Problem problem =
        refused("{\"error\":\"invalid_grant\",\"error_codes\":[%d]}".formatted(number));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.step()).isEqualTo(step);
    assertThat(problem.fixes()).isNotEmpty();
    assertThat(problem.details()).containsEntry("aadsts", number);
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void the_last_code_tells_more_than_the_wrapper_before_it() {
    assertThat(refused("{\"error\":\"invalid_grant\",\"error_codes\":[70002,50055]}").code())
        .isEqualTo(ProblemCode.PASSWORD_EXPIRED);
  }

  @Test
  void a_code_is_found_in_the_words_when_there_is_no_list() {
    Problem problem =
        refused(
            "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS70002: Error.\\r\\nAADSTS50126: Wrong.\"}");

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
  }

  @Test
  void an_error_without_words_is_shown_as_it_is() {
    assertThat(refused("{\"error\":\"server_error\"}").message()).endsWith(": server_error");
  }

  private static Problem refused(String body) {
    return Refusals.of(ACCOUNT, new Answer(400, Map.of(), body));
  }
}
