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
import org.junit.jupiter.params.provider.CsvSource;

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
  @CsvSource({
    "50126, PASSWORD_WRONG, ACCOUNT",
    "50056, PASSWORD_WRONG, ACCOUNT",
    "50034, ACCOUNT_UNKNOWN, ACCOUNT",
    "50020, ACCOUNT_UNKNOWN, ACCOUNT",
    "51004, ACCOUNT_UNKNOWN, ACCOUNT",
    "50014, ACCOUNT_UNKNOWN, ACCOUNT",
    "16000, ACCOUNT_UNKNOWN, ACCOUNT",
    "90072, ACCOUNT_UNKNOWN, ACCOUNT",
    "50128, ACCOUNT_UNKNOWN, ACCOUNT",
    "50053, ACCOUNT_LOCKED, ACCOUNT",
    "50055, PASSWORD_EXPIRED, ACCOUNT",
    "50144, PASSWORD_EXPIRED, ACCOUNT",
    "50135, PASSWORD_EXPIRED, ACCOUNT",
    "50057, ACCOUNT_DISABLED, ACCOUNT",
    "50072, MFA_REQUIRED, ACCOUNT",
    "50074, MFA_REQUIRED, ACCOUNT",
    "50076, MFA_REQUIRED, ACCOUNT",
    "50079, MFA_REQUIRED, ACCOUNT",
    "50158, MFA_REQUIRED, ACCOUNT",
    "50131, POLICY_BLOCKED, ACCOUNT",
    "53000, POLICY_BLOCKED, ACCOUNT",
    "53001, POLICY_BLOCKED, ACCOUNT",
    "53002, POLICY_BLOCKED, ACCOUNT",
    "53003, POLICY_BLOCKED, ACCOUNT",
    "530032, POLICY_BLOCKED, ACCOUNT",
    "53004, POLICY_BLOCKED, ACCOUNT",
    "53011, POLICY_BLOCKED, ACCOUNT",
    "530035, POLICY_BLOCKED, ACCOUNT",
    "65001, CONSENT_MISSING, CONSENT",
    "65004, CONSENT_MISSING, CONSENT",
    "90094, CONSENT_MISSING, CONSENT",
    "90095, CONSENT_MISSING, CONSENT",
    "50105, CONSENT_MISSING, CONSENT",
    "65005, PERMISSION_MISSING, PERMISSION",
    "650056, PERMISSION_MISSING, PERMISSION",
    "650057, PERMISSION_MISSING, PERMISSION",
    "650052, PERMISSION_MISSING, PERMISSION",
    "500011, PERMISSION_MISSING, PERMISSION",
    "50001, PERMISSION_MISSING, PERMISSION",
    "7000218, PUBLIC_CLIENT_FLOWS_OFF, PUBLIC_CLIENT_FLOWS",
    "70002, PUBLIC_CLIENT_FLOWS_OFF, PUBLIC_CLIENT_FLOWS",
    "700016, APPLICATION_UNKNOWN, REGISTRATION",
    "70001, APPLICATION_UNKNOWN, REGISTRATION",
    "700011, APPLICATION_UNKNOWN, REGISTRATION",
    "7000112, APPLICATION_UNKNOWN, REGISTRATION",
    "65002, APPLICATION_UNKNOWN, REGISTRATION",
    "50194, APPLICATION_UNKNOWN, REGISTRATION",
    "90002, TENANT_UNKNOWN, CONNECTION",
    "90038, TENANT_UNKNOWN, CONNECTION",
    "900382, TENANT_UNKNOWN, CONNECTION",
    "50059, TENANT_UNKNOWN, CONNECTION",
    "90019, TENANT_UNKNOWN, CONNECTION",
    "9001023, TENANT_UNKNOWN, CONNECTION",
    "90133, SIGN_IN_REFUSED, ACCOUNT",
    "5012, SIGN_IN_REFUSED, ACCOUNT"
  })
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
