package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sign-in makes of faults that are no decision. */
class SignInFaultsTest {
  private static final String TOKEN = "/oauth2/v2.0/token";

  private static Lab lab;

  private final SignIn signIn = lab.signIn();

  @BeforeAll
  static void start() throws Exception {
    lab = new Lab();
  }

  @AfterAll
  static void stop() throws Exception {
    lab.close();
  }

  @AfterEach
  void forget() {
    lab.emulator.faults().clear();
    lab.emulator.received().clear();
  }

  @ParameterizedTest
  @CsvSource({"200", "400", "403"})
  void a_page_in_place_of_an_answer_is_no_answer_of_entra_id(int status) {
    lab.answer(Fault.once("entra", "POST", TOKEN, FaultAction.Answer.html(status)));

    Problem problem = Problems.of(() -> signIn(lab.account("deploy", lab.password())));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    assertThat(problem.step()).isEqualTo(SetupStep.CONNECTION);
    assertThat(problem.details()).containsEntry("status", status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | ''",
        "500 | <html>",
        "400 | {'error':'temporarily_unavailable'}",
        "400 | {'error':'invalid_grant','error_codes':[90033]}",
        "400 | {'error':'server_error','error_codes':[80001]}"
      })
  void a_passing_fault_is_tried_again_whatever_its_status(int status, String body) {
    lab.answerOnce("entra", TOKEN, status, body.replace('\'', '"'));

    assertThat(signIn(lab.account("deploy", lab.password())).value().reveal()).isNotEmpty();
    assertThat(lab.received("entra", TOKEN)).hasSize(2);
  }

  @Test
  void the_pauses_double_from_two_seconds_and_end_after_four_tries() {
    lab.answerAlways("entra", TOKEN, 503, "");
    Duration before = lab.time.elapsed();

    Problem problem = Problems.of(() -> signIn(managed()));

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(lab.received("entra", TOKEN)).hasSize(4);
    assertThat(lab.time.elapsed().minus(before))
        .isBetween(Duration.ofMillis(10_500), Duration.ofMillis(17_500));
  }

  @Test
  void throttling_is_waited_for_as_entra_id_asks() {
    lab.answer(
        Fault.once(
            "entra", "POST", TOKEN, new FaultAction.Answer(429, Map.of("Retry-After", "33"), "")));
    Duration before = lab.time.elapsed();

    signIn(lab.account("deploy", lab.password()));

    assertThat(lab.time.elapsed().minus(before)).isEqualTo(Duration.ofSeconds(33));
  }

  @Test
  void a_pause_beyond_all_patience_is_not_waited_for() {
    lab.answer(
        Fault.once(
            "entra",
            "POST",
            TOKEN,
            new FaultAction.Answer(429, Map.of("Retry-After", "3600"), "")));

    assertThat(Problems.of(() -> signIn(lab.account("deploy", lab.password()))).code())
        .isEqualTo(ProblemCode.THROTTLED);
    assertThat(lab.received("entra", TOKEN)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"429, THROTTLED", "500, SERVICE_UNAVAILABLE", "503, SERVICE_UNAVAILABLE"})
  void a_fault_that_does_not_pass_is_no_refusal(int status, ProblemCode code) {
    lab.answerAlways("entra", TOKEN, status, "");

    assertThat(Problems.of(() -> signIn(lab.account("deploy", lab.password()))).code())
        .isEqualTo(code);
  }

  @Test
  void a_lost_answer_does_not_send_the_password_again() {
    lab.answer(Fault.once("entra", "POST", TOKEN, new FaultAction.LoseAnswer()));

    assertThat(Problems.of(() -> signIn(lab.account("deploy", lab.password()))).code())
        .isEqualTo(ProblemCode.ANSWER_LOST);
    assertThat(lab.received("entra", TOKEN)).hasSize(1);
  }

  @Test
  void a_host_that_cannot_be_reached_is_tried_again_within_the_bound() {
    AuthenticationEndpoint closed = AuthenticationEndpoint.of("http://127.0.0.1:1/organizations");
    Duration before = lab.time.elapsed();

    Problem problem =
        Problems.of(
            () ->
                signIn(
                    new Account(
                        closed,
                        lab.clientId(),
                        lab.username("deploy"),
                        new Credential.Password(lab.password()),
                        null)));

    assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
    assertThat(lab.time.elapsed().minus(before)).isLessThan(Duration.ofSeconds(18));
  }

  private AccessToken signIn(Account account) {
    return signIn.signIn(account, lab.scope()).token();
  }

  private static Account managed() {
    return new Account(
        lab.authority(),
        lab.clientId(),
        lab.username("deploy"),
        new Credential.Password(lab.password()),
        Realm.MANAGED);
  }
}
