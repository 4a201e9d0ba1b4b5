package dev.lifeline.core.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofMinutes(70));
  private static final String GOOD = "\"aud\":\"https://lcsapi.eu.lcs.dynamics.com\"";
  private static final String PERMITS = "\"scp\":\"user_impersonation\"";

  private final TokenCheck check =
      new TokenCheck(ApiEndpoint.of("https://lcsapi.eu.lcs.dynamics.com"), NOW);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lcsapi.eu.lcs.dynamics.com",
        "https://lcsapi.eu.lcs.dynamics.com/",
        "913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0"
      })
  void each_name_of_lcs_is_an_audience(String audience) {
    Finding finding = check.of(token("\"aud\":\"" + audience + "\"," + PERMITS));

    assertThat(finding).isEqualTo(Finding.of("for " + audience + ", user_impersonation"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"aud\":\"https://lcsapi.lcs.dynamics.com\" | it is for 'https://lcsapi.lcs.dynamics.com'",
        "\"aud\":\"00000003-0000-0000-c000-000000000000\" | it is for '00000003-0000-0000-c000-000000000000'",
        "\"aud\":\"https://LCSAPI.eu.lcs.dynamics.com\" | it is for 'https://LCSAPI.eu.lcs.dynamics.com'",
        "\"aud\":[] | it is for nobody",
        "\"sub\":\"x\" | it is for nobody"
      },
      delimiter = '|')
  void a_token_for_another_service_is_not_for_lcs(String claims, String words) {
    Problem problem = Problems.of(() -> check.of(token(claims + "," + PERMITS)));

    assertThat(problem.code()).isEqualTo(ProblemCode.TOKEN_NOT_FOR_LCS);
    assertThat(problem.message())
        .isEqualTo(
            "the token is not one for LCS at 'https://lcsapi.eu.lcs.dynamics.com': " + words);
    assertThat(problem.step()).isEqualTo(SetupStep.PERMISSION);
    assertThat(problem.fixes()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'',nothing",
    "User.Read,User.Read",
    "user_impersonation_more,user_impersonation_more"
  })
  void a_token_without_the_permission_is_not_for_lcs(String scopes, String words) {
    Problem problem = Problems.of(() -> check.of(token(GOOD + ",\"scp\":\"" + scopes + "\"")));

    assertThat(problem.code()).isEqualTo(ProblemCode.TOKEN_NOT_FOR_LCS);
    assertThat(problem.message()).endsWith("it permits " + words + ", not user_impersonation");
  }

  @Test
  void the_permission_may_stand_among_others() {
    Finding finding = check.of(token(GOOD + ",\"scp\":\"openid user_impersonation profile\""));

    assertThat(finding.warning()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.b.c", "e30.!!!.x", ""})
  void a_token_that_cannot_be_read_passes_with_a_note(String value) {
    Finding finding = check.of(new AccessToken(Secret.of("x" + value), NOW, END));

    assertThat(finding).isEqualTo(Finding.of("only LCS can read it (it is no JWT)"));
  }

  @ParameterizedTest
  @CsvSource({"-5", "0", "5"})
  void a_small_difference_of_the_clocks_is_nothing(long minutes) {
    Finding finding = check.of(ending(END.plus(Duration.ofMinutes(minutes))));

    assertThat(finding.warning()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "6, the clock of this machine is 6 minutes behind that of the authority: set it right",
    "-120, the clock of this machine is 120 minutes ahead of that of the authority: set it right"
  })
  void a_great_difference_of_the_clocks_is_warned_of(long minutes, String words) {
    Finding finding = check.of(ending(END.plus(Duration.ofMinutes(minutes))));

    assertThat(finding.warning()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"13, in 13 days", "1, in 1 day", "0, today"})
  void a_password_that_ends_soon_is_warned_of(long days, String when) {
    Finding finding =
        check.of(token(GOOD + "," + PERMITS + ",\"pwd_exp\":" + (days * 86_400 + 60)));

    assertThat(finding.warning())
        .isEqualTo(
            "the account's password expires "
                + when
                + ": change it, then run lifeline connection rotate");
  }

  @Test
  void a_password_that_holds_for_long_is_not() {
    Finding finding = check.of(token(GOOD + "," + PERMITS + ",\"pwd_exp\":\"1300000\""));

    assertThat(finding.warning()).isNull();
  }

  private static AccessToken ending(Instant end) {
    return token(GOOD + "," + PERMITS + ",\"exp\":" + end.getEpochSecond());
  }

  private static AccessToken token(String claims) {
    return new AccessToken(Secret.of(Jwt.of("{" + claims + "}")), NOW, END);
  }
}
