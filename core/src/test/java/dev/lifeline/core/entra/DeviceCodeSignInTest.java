package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCodeSignInTest {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final List<Duration> pauses = new ArrayList<>();
  private Lab lab;
  private PersonWithCode person;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    person = new PersonWithCode(lab);
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  @Test
  void a_code_is_for_a_person_to_type_in_somewhere_else() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());

    assertThat(begun.code().userCode()).isNotBlank();
    assertThat(begun.code().verificationUri())
        .isEqualTo(lab.authority().uri().resolve("/devicelogin"));
    assertThat(begun.code().expires()).isEqualTo(lab.time.instant().plus(Duration.ofMinutes(15)));
    assertThat(begun.interval()).isEqualTo(INTERVAL);
    assertThat(begun.toString()).doesNotContain(begun.secret().reveal());
  }

  @Test
  void a_person_with_a_second_factor_becomes_a_token_and_a_refresh_token() {
    SignInResult result = person.signIn(lab.authority(), "mfa");

    assertThat(TokenClaims.of(result.token()).orElseThrow().username())
        .isEqualTo("mfa@contoso.example");
    assertThat(result.credential()).isInstanceOf(Credential.RefreshToken.class);
  }

  @Test
  void it_is_asked_every_interval_until_the_person_is_done() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());

    SignInResult result = asking(3, () -> person.approve(begun, "deploy")).await(begun);

    assertThat(result.token().value().reveal()).isNotEmpty();
    assertThat(pauses).containsExactly(INTERVAL, INTERVAL, INTERVAL);
  }

  @Test
  void asking_too_often_makes_the_pauses_longer() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());
    lab.answerOnce("entra", "token", 400, "{\"error\":\"slow_down\"}");

    asking(3, () -> person.approve(begun, "deploy")).await(begun);

    assertThat(pauses)
        .containsExactly(INTERVAL, INTERVAL.multipliedBy(2), INTERVAL.multipliedBy(2));
  }

  @Test
  void a_person_who_declines_ends_it() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());

    Problem problem = Problems.of(() -> asking(2, () -> person.decline(begun)).await(begun));

    assertThat(problem.code()).isEqualTo(ProblemCode.DEVICE_CODE_DECLINED);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void a_code_that_nobody_uses_ends_with_its_time() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());

    Problem problem = Problems.of(() -> person.signIn.await(begun));

    assertThat(problem.code()).isEqualTo(ProblemCode.DEVICE_CODE_EXPIRED);
    assertThat(lab.time.instant()).isBeforeOrEqualTo(begun.code().expires());
  }

  @ParameterizedTest
  @CsvSource({"expired_token, 70019", "bad_verification_code, 70018"})
  void a_code_that_entra_id_ends_earlier_has_expired(String error, int number) {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());
    lab.answerOnce(
        "entra", "token", 400, "{\"error\":\"%s\",\"error_codes\":[%d]}".formatted(error, number));

    assertThat(Problems.of(() -> person.signIn.await(begun)).code())
        .isEqualTo(ProblemCode.DEVICE_CODE_EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void passing_faults_while_waiting_do_no_harm(int status) {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());
    lab.answerOnce("entra", "token", status, "");
    lab.answer(Fault.once("entra", "POST", "token", new FaultAction.CutBefore()));

    SignInResult result = asking(3, () -> person.approve(begun, "deploy")).await(begun);

    assertThat(result.token().value().reveal()).isNotEmpty();
  }

  @Test
  void faults_that_do_not_pass_end_it() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());
    lab.answerAlways("entra", "token", 503, "");

    assertThat(Problems.of(() -> person.signIn.await(begun)).code())
        .isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(lab.received("entra", "token")).hasSize(4);
  }

  @Test
  void a_blocked_tenant_says_why() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());
    lab.answerOnce("entra", "token", 400, "{\"error\":\"invalid_grant\",\"error_codes\":[53003]}");

    Problem problem = Problems.of(() -> person.signIn.await(begun));

    assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_BLOCKED);
    assertThat(problem.message()).startsWith("sign-in by device code was refused: ");
  }

  @Test
  void an_interrupted_wait_ends_at_once() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());
    Thread.currentThread().interrupt();

    ProblemCode code = Problems.of(() -> person.signIn.await(begun)).code();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(code).isEqualTo(ProblemCode.INTERRUPTED);
  }

  @Test
  void an_unknown_tenant_gets_no_code() {
    AuthenticationEndpoint nowhere =
        new AuthenticationEndpoint(lab.authority().uri().resolve("/nowhere.example"));

    assertThat(Problems.of(() -> person.begin(nowhere)).code())
        .isEqualTo(ProblemCode.TENANT_UNKNOWN);
  }

  @Test
  void an_authority_that_is_not_entra_id_gets_no_code() {
    AuthenticationEndpoint whole =
        AuthenticationEndpoint.of("https://localhost/realms/x/protocol/openid-connect/token");

    assertThat(Problems.of(() -> person.begin(whole)).code())
        .isEqualTo(ProblemCode.SIGN_IN_REFUSED);
  }

  @Test
  void an_administrator_gets_a_token_for_microsoft_graph() {
    GraphEndpoint graph = new GraphEndpoint(lab.emulator.addresses().graphEndpoint());
    Scope scope =
        Scope.graph(graph, "Application.ReadWrite.All", "DelegatedPermissionGrant.ReadWrite.All");
    ClientId bootstrap = new ClientId("14d82eec-204b-4c2f-b7e8-296a70dab67e");

    DeviceCodeSignIn.Begun begun = person.signIn.begin(lab.authority(), bootstrap, scope);
    person.approve(begun, "admin");
    SignInResult result = person.signIn.await(begun);

    assertThat(TokenClaims.of(result.token()).orElseThrow().scopes())
        .contains("Application.ReadWrite.All", "DelegatedPermissionGrant.ReadWrite.All");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "<html></html>",
        "{\"user_code\":\"A\",\"device_code\":\"b\",\"verification_uri\":\"javascript:alert(1)\"}",
        "{\"user_code\":\"A\",\"device_code\":\"b\",\"verification_uri\":\"file:///etc\"}",
        "{\"user_code\":\"A\",\"verification_uri\":\"https://microsoft.com/devicelogin\"}"
      })
  void an_answer_that_holds_no_usable_code_is_refused(String body) throws Exception {
    try (RawServer server = RawServer.answering(RawServer.answer(200, "", body))) {
      AuthenticationEndpoint authority = new AuthenticationEndpoint(server.uri("/organizations"));

      assertThat(Problems.of(() -> person.begin(authority)).code())
          .isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    }
  }

  @Test
  void what_an_answer_leaves_out_is_what_the_protocol_says() throws Exception {
    String body =
        "{\"user_code\":\"A\",\"device_code\":\"b\",\"verification_uri\":\"https://microsoft.com/devicelogin\",\"interval\":\"0\"}";
    try (RawServer server = RawServer.answering(RawServer.answer(200, "", body))) {
      DeviceCodeSignIn.Begun begun =
          person.begin(new AuthenticationEndpoint(server.uri("/organizations")));

      assertThat(begun.code().verificationUri())
          .isEqualTo(URI.create("https://microsoft.com/devicelogin"));
      assertThat(begun.code().expires()).isEqualTo(lab.time.instant().plus(Duration.ofMinutes(15)));
      assertThat(begun.interval()).isEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void a_token_that_cannot_be_renewed_stands_for_no_sign_in() {
    DeviceCodeSignIn.Begun begun = person.begin(lab.authority());
    lab.answerOnce("entra", "token", 200, "{\"access_token\":\"t\",\"expires_in\":3600}");

    Problem problem = Problems.of(() -> person.signIn.await(begun));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    assertThat(problem.fixes()).first().asString().contains("offline_access");
  }

  /** Something happens at the other device before the n-th question. */
  private DeviceCodeSignIn asking(int question, Runnable meanwhile) {
    Time time =
        new Time() {
          @Override
          public Instant instant() {
            return lab.time.instant();
          }

          @Override
          public void sleep(Duration duration) {
            pauses.add(duration);
            lab.time.sleep(duration);
            if (pauses.size() == question) {
              meanwhile.run();
            }
          }
        };
    return new DeviceCodeSignIn(lab.transport(), time, UUID::randomUUID);
  }
}
