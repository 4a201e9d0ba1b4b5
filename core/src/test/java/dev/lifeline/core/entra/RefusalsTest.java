package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of the sign-in sheet: code, what it means, where to look. */
class RefusalsTest {
  private static final AuthenticationEndpoint AUTHORITY =
      AuthenticationEndpoint.of("https://login.microsoftonline.com/organizations");

  @ParameterizedTest
  @CsvFileSource(resources = "aadsts.csv", numLinesToSkip = 1)
  void a_code_says_what_is_wrong_and_where_to_look(
      int number, ProblemCode code, SetupStep step, int tries, Attempt.Means means) {
    Answer answer = answer("{\"error\":\"invalid_grant\",\"error_codes\":[%d]}".formatted(number));

    Problem problem = Refusals.of(attempt(means), answer);

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.step()).isEqualTo(step);
    assertThat(problem.message())
        .startsWith("sign-in as 'deploy@contoso.example' ")
        .endsWith(" (AADSTS" + number + ")");
    assertThat(problem.why()).endsWith(".");
    assertThat(problem.fixes()).isNotEmpty();
    assertThat(problem.details()).containsEntry("aadsts", number);
    assertThat(Refusal.isPassing(answer)).isEqualTo(tries > 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'50126, 70002', PASSWORD_WRONG, 50126",
    "'70002, 50055', PASSWORD_EXPIRED, 50055",
    "'70002, 50126, 50053', ACCOUNT_LOCKED, 50053",
    "'50076, 99999', MFA_REQUIRED, 50076",
    "'70002, 99999', SIGN_IN_REFUSED, 99999",
    "'99998, 99999', SIGN_IN_REFUSED, 99999",
    "70002, PUBLIC_CLIENT_FLOWS_OFF, 70002"
  })
  void of_several_codes_the_last_that_is_known_tells_most_and_a_wrapper_nothing(
      String numbers, ProblemCode code, int telling) {
    Problem problem = refused("{\"error\":\"invalid_grant\",\"error_codes\":[" + numbers + "]}");

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.details()).containsEntry("aadsts", telling);
  }

  @Test
  void a_code_is_found_in_the_words_when_there_is_no_list() {
    Problem problem =
        refused(
            "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS70002: Error.\\r\\nAADSTS50126: Wrong.\"}");

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
  }

  @Test
  void a_code_is_found_in_the_words_when_the_list_holds_the_wrapper_only() {
    Problem problem =
        refused(
            "{\"error\":\"invalid_grant\",\"error_codes\":[70002],\"error_description\":\"AADSTS70002: Error. AADSTS50055: Expired.\"}");

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, basic_action, MFA_REQUIRED",
    "interaction_required, basic_action, MFA_REQUIRED",
    "interaction_required, additional_action, MFA_REQUIRED",
    "interaction_required, message_only, POLICY_BLOCKED",
    "invalid_grant, consent_required, CONSENT_MISSING",
    "invalid_grant, user_password_expired, PASSWORD_EXPIRED",
    "user_password_expired, , PASSWORD_EXPIRED",
    "temporarily_unavailable, , SERVICE_UNAVAILABLE"
  })
  void a_code_that_is_not_known_is_understood_by_its_words_for_programs(
      String error, String suberror, ProblemCode code) {
    Problem problem =
        refused(
            "{\"error\":\"%s\",\"suberror\":%s,\"error_description\":\"AADSTS99999: New words.\"}"
                .formatted(error, suberror == null ? "null" : "\"" + suberror + "\""));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.message()).endsWith(": AADSTS99999: New words.");
  }

  @Test
  void a_code_means_the_same_in_the_words_of_the_older_endpoint() {
    Problem problem =
        refused(
            "{\"error\":\"interaction_required\",\"error_codes\":[50079],\"suberror\":\"basic_action\"}");

    assertThat(problem.code()).isEqualTo(ProblemCode.MFA_REQUIRED);
    assertThat(problem.message())
        .endsWith("the account must register for multifactor authentication (AADSTS50079)");
  }

  @ParameterizedTest
  @CsvSource({
    "00000000-1111-2222-3333-444444444444, REGISTRATION",
    "913C6DE4-2a4a-4a61-a9ce-945d2b2ce2e0, PERMISSION"
  })
  void a_disabled_application_is_yours_or_lcs_itself(String disabled, SetupStep step) {
    Problem problem =
        refused(
            "{\"error\":\"unauthorized_client\",\"error_codes\":[7000112],\"error_description\":\"AADSTS7000112: Application '%s' is disabled.\"}"
                .formatted(disabled));

    assertThat(problem.code()).isEqualTo(ProblemCode.APPLICATION_DISABLED);
    assertThat(problem.step()).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, [50076], SIGN_IN_AGAIN",
    "invalid_grant, [50079], SIGN_IN_AGAIN",
    "invalid_grant, [99999], SIGN_IN_AGAIN",
    "invalid_grant, [], SIGN_IN_AGAIN",
    "invalid_grant, [53003], POLICY_BLOCKED",
    "invalid_grant, [50057], ACCOUNT_DISABLED",
    "invalid_client, [], SIGN_IN_REFUSED"
  })
  void a_stored_sign_in_that_needs_the_person_says_to_sign_in_again(
      String error, String numbers, ProblemCode code) {
    Answer answer = answer("{\"error\":\"%s\",\"error_codes\":%s}".formatted(error, numbers));

    Problem problem = Refusals.of(attempt(Attempt.Means.REFRESH_TOKEN), answer);

    assertThat(problem.code()).isEqualTo(code);
    if (code == ProblemCode.SIGN_IN_AGAIN) {
      assertThat(problem.fixes()).contains("sign in again: lifeline connection rotate");
    }
  }

  @Test
  void a_password_is_never_told_to_sign_in_again() {
    Problem problem =
        refused(
            "{\"error\":\"invalid_grant\",\"error_codes\":[70000],\"error_description\":\"AADSTS70000: Malformed.\"}");

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    assertThat(problem.message()).endsWith(": AADSTS70000: Malformed.");
  }

  @ParameterizedTest
  @CsvSource({"authorization_declined, [65004]", "access_denied, []"})
  void a_person_who_declines_is_told_apart_from_a_consent_that_is_missing(
      String error, String numbers) {
    Answer answer = answer("{\"error\":\"%s\",\"error_codes\":%s}".formatted(error, numbers));

    assertThat(Refusals.of(attempt(Attempt.Means.DEVICE_CODE), answer).code())
        .isEqualTo(ProblemCode.DEVICE_CODE_DECLINED);
  }

  @ParameterizedTest
  @CsvSource({
    "gov, com, 90002, https://login.microsoftonline.us/contoso.com",
    "gov, com, 700016, https://login.microsoftonline.us/contoso.com",
    "gov, com, 500011, https://login.microsoftonline.us/contoso.com",
    "gov, us, 90002, https://login.microsoftonline.com/contoso.com"
  })
  void in_the_government_community_cloud_the_other_authority_is_suggested(
      String geography, String cloud, int number, String suggestion) {
    ApiEndpoint api = ApiEndpoint.of("https://lcsapi." + geography + ".lcs.microsoftdynamics.us");
    Attempt attempt =
        new Attempt(
            Attempt.Means.PASSWORD,
            AuthenticationEndpoint.of("https://login.microsoftonline." + cloud + "/contoso.com"),
            "deploy@contoso.example",
            Scope.lcs(api));

    Problem problem =
        Refusals.of(attempt, answer("{\"error\":\"x\",\"error_codes\":[%d]}".formatted(number)));

    assertThat(problem.fixes()).anySatisfy(fix -> assertThat(fix).contains(suggestion));
  }

  @Test
  void elsewhere_no_other_authority_is_suggested() {
    assertThat(refused("{\"error\":\"x\",\"error_codes\":[90002]}").fixes()).hasSize(1);
  }

  @Test
  void an_error_without_words_is_shown_as_it_is() {
    assertThat(refused("{\"error\":\"server_error\"}").message()).endsWith(": server_error");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, 'check the user name'",
    "unauthorized_client, 'check the application (client) ID'",
    "invalid_client, 'check the application (client) ID'",
    "invalid_scope, 'check the LCS API endpoint'",
    "something_new, 'look for the attempt'"
  })
  void an_authority_that_gives_no_code_is_understood_by_the_protocol(String error, String fix) {
    Problem problem =
        refused("{\"error\":\"%s\",\"error_description\":\"In its own words\"}".formatted(error));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    assertThat(problem.code().kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(problem.message()).endsWith("was refused: In its own words");
    assertThat(problem.fixes()).first().asString().startsWith(fix);
  }

  private static Problem refused(String body) {
    return Refusals.of(attempt(Attempt.Means.PASSWORD), answer(body));
  }

  private static Attempt attempt(Attempt.Means means) {
    Scope scope = Scope.lcs(ApiEndpoint.of("https://lcsapi.lcs.dynamics.com"));
    return new Attempt(means, AUTHORITY, "deploy@contoso.example", scope);
  }

  private static Answer answer(String body) {
    return new Answer(400, Map.of(), body);
  }
}
