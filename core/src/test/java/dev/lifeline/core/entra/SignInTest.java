package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  private static final String TOKEN = "/oauth2/v2.0/token";
  private static final String REALM = "/common/userrealm/";

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
    lab.events.clear();
  }

  @Test
  void a_user_name_and_a_password_become_a_token() {
    Account account = account("deploy");

    SignInResult result = signIn.signIn(account, lab.scope());

    assertThat(result.token().value().reveal()).isNotEmpty();
    assertThat(result.token().obtained()).isEqualTo(lab.time.instant());
    assertThat(result.token().expires()).isEqualTo(lab.time.instant().plusSeconds(4228));
    assertThat(result.credential()).isEqualTo(account.credential());
    assertThat(result.realm()).isEqualTo(Realm.MANAGED);
  }

  @Test
  void one_form_is_posted_for_the_api_endpoint_of_the_connection() {
    signIn(account("deploy"));

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

  @Test
  void the_realm_is_asked_before_the_password_is_sent() {
    signIn(account("deploy"));

    assertThat(lab.emulator.received().of("entra"))
        .extracting(it -> it.method() + " " + it.path())
        .containsExactly(
            "GET /common/userrealm/deploy%40contoso.example",
            "POST /organizations/oauth2/v2.0/token");
  }

  @Test
  void a_remembered_realm_is_not_asked_again() {
    SignInResult result = signIn.signIn(account("deploy", Realm.MANAGED), lab.scope());

    assertThat(result.realm()).isEqualTo(Realm.MANAGED);
    assertThat(lab.received("entra", REALM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 429, 500, 503})
  void an_authority_that_says_no_realm_is_asked_once_and_sent_the_password(int status) {
    lab.answerAlways("entra", REALM, status, "");

    SignInResult result = signIn.signIn(account("deploy"), lab.scope());

    assertThat(result.realm()).isEqualTo(Realm.UNKNOWN);
    assertThat(lab.received("entra", REALM)).hasSize(1);
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

    AccessToken token = signIn(account("deploy"));

    assertThat(Duration.between(token.obtained(), token.expires()))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "mfa, MFA_REQUIRED, ACCOUNT, 50076",
    "expired, PASSWORD_EXPIRED, ACCOUNT, 50055",
    "locked, ACCOUNT_LOCKED, ACCOUNT, 50053",
    "disabled, ACCOUNT_DISABLED, ACCOUNT, 50057",
    "guest, ACCOUNT_UNKNOWN, ACCOUNT, 50020",
    "nobody, ACCOUNT_UNKNOWN, ACCOUNT, 50034"
  })
  void an_account_that_may_not_sign_in_is_told_why(
      String name, ProblemCode code, SetupStep step, int aadsts) {
    Problem problem = Problems.of(() -> signIn(account(name)));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.step()).isEqualTo(step);
    assertThat(problem.details()).containsEntry("aadsts", aadsts);
    assertThat(problem.details()).containsKeys("error", "traceId", "correlationId", "timestamp");
  }

  @ParameterizedTest
  @MethodSource("answersToAPassword")
  void every_code_of_the_sheet_comes_through_and_only_what_may_pass_is_tried_again(
      int number, ProblemCode code, @Nullable SetupStep step, int tries) {
    Problem problem = Problems.of(() -> signIn(account("aadsts" + number, Realm.UNKNOWN)));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.step()).isEqualTo(step);
    assertThat(problem.message()).endsWith(" (AADSTS" + number + ")");
    assertThat(problem.details())
        .containsKeys("aadsts", "error", "traceId", "correlationId", "timestamp");
    assertThat(lab.received("entra", TOKEN)).hasSize(tries);
  }

  @ParameterizedTest
  @CsvSource({"MANAGED", "UNKNOWN"})
  void a_wrong_password_is_sent_once_and_never_shown(Realm realm) {
    Account account =
        new Account(
            lab.authority(),
            lab.clientId(),
            lab.username("reader"),
            new Credential.Password(Secret.of("wrong-canary")),
            realm);

    Problem problem = Problems.of(() -> signIn(account));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(problem.toString() + account + lab.events).doesNotContain("wrong-canary");
    assertThat(lab.received("entra", TOKEN)).hasSize(1);
  }

  @Test
  void a_domain_that_was_federated_meanwhile_is_told_when_the_password_is_refused() {
    Account account = account("federated", Realm.MANAGED);

    Problem problem = Problems.of(() -> signIn(account));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(problem.why()).contains("federated now");
    assertThat(problem.fixes()).last().asString().endsWith(": lifeline connection verify");
    assertThat(lab.received("entra", TOKEN)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "No public client flows, PUBLIC_CLIENT_FLOWS_OFF, PUBLIC_CLIENT_FLOWS",
    "No permission, PERMISSION_MISSING, PERMISSION",
    "No consent, CONSENT_MISSING, CONSENT",
    "Assignment required, ACCOUNT_NOT_ASSIGNED, CONSENT"
  })
  void a_registration_that_lacks_something_is_told_what(
      String application, ProblemCode code, SetupStep step) {
    Account account =
        at(
            lab.authority(),
            new ClientId(
                lab.emulator
                    .world()
                    .directory()
                    .application(application)
                    .orElseThrow()
                    .clientId()
                    .toString()));

    Problem problem = Problems.of(() -> signIn(account));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.step()).isEqualTo(step);
  }

  @Test
  void an_unknown_application_is_told() {
    Account account = at(lab.authority(), new ClientId("00000000-1111-2222-3333-444444444444"));

    assertThat(Problems.of(() -> signIn(account)).code())
        .isEqualTo(ProblemCode.APPLICATION_UNKNOWN);
  }

  @Test
  void an_unknown_tenant_is_told() {
    AuthenticationEndpoint elsewhere =
        new AuthenticationEndpoint(lab.authority().uri().resolve("/nowhere.example"));

    assertThat(Problems.of(() -> signIn(at(elsewhere, lab.clientId()))).code())
        .isEqualTo(ProblemCode.TENANT_UNKNOWN);
  }

  @Test
  void an_api_endpoint_that_the_tenant_does_not_know_is_told() {
    Scope elsewhere = Scope.lcs(ApiEndpoint.of("https://localhost:1"));

    assertThat(Problems.of(() -> signIn.signIn(account("deploy"), elsewhere)).code())
        .isEqualTo(ProblemCode.PERMISSION_MISSING);
  }

  @Test
  void a_tenants_own_authority_signs_in_as_well() {
    AuthenticationEndpoint own =
        new AuthenticationEndpoint(lab.authority().uri().resolve("/contoso.example"));

    assertThat(signIn(at(own, lab.clientId())).value().reveal()).isNotEmpty();
  }

  @Test
  void an_authority_given_by_its_token_endpoint_is_asked_for_no_realm() {
    AuthenticationEndpoint whole =
        new AuthenticationEndpoint(
            lab.authority().uri().resolve("/organizations/oauth2/v2.0/token"));

    SignInResult result = signIn.signIn(at(whole, lab.clientId()), lab.scope());

    assertThat(result.realm()).isEqualTo(Realm.UNKNOWN);
    assertThat(lab.received("entra", REALM)).isEmpty();
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

    Problem problem = Problems.of(() -> signIn(account("deploy")));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    assertThat(problem.code().kind().exitCode()).isEqualTo(3);
    assertThat(problem.message()).endsWith("AADSTS99999: Something new.");
    assertThat(problem.details())
        .containsEntry("traceId", "t1")
        .containsEntry("correlationId", "c1")
        .containsEntry("timestamp", "2026-01-04 19:44:18Z")
        .containsEntry("suberror", "s");
  }

  /** The rows of the table, without those of refresh tokens and of Microsoft Graph. */
  static Stream<Arguments> answersToAPassword() throws IOException {
    try (InputStream table = SignInTest.class.getResourceAsStream("aadsts.csv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> line.split(", *", -1))
              .filter(row -> row[4].equals("PASSWORD") && !row[1].equals("PASSWORD_CHANGE_REFUSED"))
              .map(
                  row ->
                      Arguments.of(
                          Integer.parseInt(row[0]),
                          ProblemCode.valueOf(row[1]),
                          row[2].isEmpty() ? null : SetupStep.valueOf(row[2]),
                          Integer.parseInt(row[3])))
              .toList()
              .stream();
    }
  }

  private AccessToken signIn(Account account) {
    return signIn.signIn(account, lab.scope()).token();
  }

  private static Account account(String name) {
    return lab.account(name, lab.password());
  }

  private static Account account(String name, Realm realm) {
    Account account = account(name);
    return new Account(
        account.authority(), account.clientId(), account.username(), account.credential(), realm);
  }

  private static Account at(AuthenticationEndpoint authority, ClientId clientId) {
    return new Account(
        authority, clientId, lab.username("deploy"), new Credential.Password(lab.password()), null);
  }
}
