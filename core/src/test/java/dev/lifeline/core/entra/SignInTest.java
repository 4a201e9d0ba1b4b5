package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Application;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
  private static final String TOKEN = "/oauth2/v2.0/token";

  private static Lab lab;

  private final SignIn signIn = new SignIn(lab.transport(), lab.time, UUID::randomUUID);

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

  @Test
  void a_user_name_and_a_password_become_a_token() {
    AccessToken token = signIn.signIn(account("deploy"));

    assertThat(token.value().reveal()).isNotEmpty();
    assertThat(token.obtained()).isEqualTo(lab.time.instant());
    assertThat(token.expires()).isEqualTo(lab.time.instant().plusSeconds(4228));
  }

  @Test
  void one_form_is_posted_for_the_api_endpoint_of_the_connection() {
    signIn.signIn(account("deploy"));

    assertThat(lab.received("entra", TOKEN))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.path()).isEqualTo("/organizations/oauth2/v2.0/token");
              assertThat(it.form())
                  .containsEntry("grant_type", "password")
                  .containsEntry("scope", lab.apiEndpoint() + "/user_impersonation");
            });
  }

  @ParameterizedTest
  @CsvSource({"\"3599\", 3599", "3599, 3599", "null, 3600", "\"soon\", 3600"})
  void a_lifetime_is_a_number_or_its_text(String expiresIn, long seconds) {
    lab.answerOnce(
        "entra",
        TOKEN,
        200,
        "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":%s,\"new\":[1]}"
            .formatted(expiresIn));

    AccessToken token = signIn.signIn(account("deploy"));

    assertThat(Duration.between(token.obtained(), token.expires()))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "mfa, MFA_REQUIRED, ACCOUNT, 50076",
    "expired, PASSWORD_EXPIRED, ACCOUNT, 50055",
    "locked, ACCOUNT_LOCKED, ACCOUNT, 50053",
    "disabled, ACCOUNT_DISABLED, ACCOUNT, 50057",
    "nobody, ACCOUNT_UNKNOWN, ACCOUNT, 50034"
  })
  void an_account_that_may_not_sign_in_is_told_why(
      String name, ProblemCode code, SetupStep step, int aadsts) {
    Problem problem = Problems.of(() -> signIn.signIn(account(name)));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.step()).isEqualTo(step);
    assertThat(problem.details()).containsEntry("aadsts", aadsts);
    assertThat(problem.details()).containsKeys("traceId", "correlationId", "timestamp");
  }

  @Test
  void a_wrong_password_is_sent_once_and_never_shown() {
    Account account = account("reader", Secret.of("wrong-canary"));

    Problem problem = Problems.of(() -> signIn.signIn(account));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(problem.toString() + account + lab.events).doesNotContain("wrong-canary");
    assertThat(lab.received("entra", TOKEN)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "false, true, true, PUBLIC_CLIENT_FLOWS_OFF, PUBLIC_CLIENT_FLOWS",
    "true, false, true, PERMISSION_MISSING, PERMISSION",
    "true, true, false, CONSENT_MISSING, CONSENT"
  })
  void a_registration_that_lacks_something_is_told_what(
      boolean publicClient, boolean permission, boolean consent, ProblemCode code, SetupStep step) {
    Application right = lab.emulator.world().directory().applications().get(0);
    change(it -> registration(it, publicClient, permission, consent));

    Problem problem = Problems.of(() -> signIn.signIn(account("deploy")));
    change(it -> right);

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.step()).isEqualTo(step);
  }

  @Test
  void an_unknown_application_is_told() {
    Account account =
        new Account(
            lab.authority(),
            lab.apiEndpoint(),
            new ClientId("00000000-1111-2222-3333-444444444444"),
            lab.username("deploy"),
            lab.password());

    assertThat(Problems.of(() -> signIn.signIn(account)).code())
        .isEqualTo(ProblemCode.APPLICATION_UNKNOWN);
  }

  @Test
  void an_unknown_tenant_is_told() {
    AuthenticationEndpoint elsewhere =
        new AuthenticationEndpoint(lab.authority().uri().resolve("/nowhere.example"));
    Account account =
        new Account(
            elsewhere, lab.apiEndpoint(), lab.clientId(), lab.username("deploy"), lab.password());

    assertThat(Problems.of(() -> signIn.signIn(account)).code())
        .isEqualTo(ProblemCode.TENANT_UNKNOWN);
  }

  @Test
  void an_api_endpoint_that_the_tenant_does_not_know_is_told() {
    Account account =
        new Account(
            lab.authority(),
            ApiEndpoint.of("https://localhost:1"),
            lab.clientId(),
            lab.username("deploy"),
            lab.password());

    assertThat(Problems.of(() -> signIn.signIn(account)).code())
        .isEqualTo(ProblemCode.PERMISSION_MISSING);
  }

  @Test
  void a_code_without_words_of_ours_keeps_entra_ids_words_and_ids() {
    lab.answerOnce(
        "entra",
        TOKEN,
        400,
        """
        {"error":"invalid_grant","error_description":"AADSTS99999: Something new. Trace ID: t1 \
        Correlation ID: c1 Timestamp: 2026-01-04 19:44:18Z","error_codes":[99999],\
        "timestamp":"2026-01-04 19:44:18Z","trace_id":"t1","correlation_id":"c1","suberror":"s"}\
        """);

    Problem problem = Problems.of(() -> signIn.signIn(account("deploy")));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    assertThat(problem.message()).endsWith("AADSTS99999: Something new.");
    assertThat(problem.details())
        .containsEntry("traceId", "t1")
        .containsEntry("correlationId", "c1")
        .containsEntry("timestamp", "2026-01-04 19:44:18Z")
        .containsEntry("suberror", "s");
  }

  @ParameterizedTest
  @CsvSource({"200", "400", "403"})
  void a_page_in_place_of_an_answer_is_no_answer_of_entra_id(int status) {
    lab.answer(Fault.once("entra", "POST", TOKEN, FaultAction.Answer.html(status)));

    Problem problem = Problems.of(() -> signIn.signIn(account("deploy")));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    assertThat(problem.step()).isEqualTo(SetupStep.CONNECTION);
    assertThat(problem.details()).containsEntry("status", status);
  }

  @Test
  void a_passing_fault_is_tried_again() {
    lab.answerOnce("entra", TOKEN, 503, "");

    assertThat(signIn.signIn(account("deploy")).value().reveal()).isNotEmpty();
    assertThat(lab.received("entra", TOKEN)).hasSize(2);
  }

  @Test
  void throttling_is_waited_for_as_entra_id_asks() {
    lab.answer(
        Fault.once(
            "entra", "POST", TOKEN, new FaultAction.Answer(429, Map.of("Retry-After", "33"), "")));
    Duration before = lab.time.elapsed();

    signIn.signIn(account("deploy"));

    assertThat(lab.time.elapsed().minus(before)).isEqualTo(Duration.ofSeconds(33));
  }

  @ParameterizedTest
  @CsvSource({"429, THROTTLED", "500, SERVICE_UNAVAILABLE", "503, SERVICE_UNAVAILABLE"})
  void a_fault_that_does_not_pass_is_no_refusal(int status, ProblemCode code) {
    lab.answerAlways("entra", TOKEN, status, "");

    assertThat(Problems.of(() -> signIn.signIn(account("deploy"))).code()).isEqualTo(code);
  }

  @Test
  void a_lost_answer_does_not_send_the_password_again() {
    lab.answer(Fault.once("entra", "POST", TOKEN, new FaultAction.LoseAnswer()));

    assertThat(Problems.of(() -> signIn.signIn(account("deploy"))).code())
        .isEqualTo(ProblemCode.ANSWER_LOST);
    assertThat(lab.received("entra", TOKEN)).hasSize(1);
  }

  private static void change(UnaryOperator<Application> change) {
    lab.emulator.world().changeDirectory(it -> it.with(change.apply(it.applications().get(0))));
  }

  private static Application registration(
      Application it, boolean publicClient, boolean permission, boolean consent) {
    return new Application(
        it.clientId(),
        it.objectId(),
        it.principalId(),
        it.displayName(),
        publicClient,
        permission,
        consent);
  }

  private static Account account(String name) {
    return account(name, lab.password());
  }

  private static Account account(String name, Secret password) {
    return new Account(
        lab.authority(), lab.apiEndpoint(), lab.clientId(), lab.username(name), password);
  }
}
