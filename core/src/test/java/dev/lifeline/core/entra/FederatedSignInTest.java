package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Password;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts whose passwords the organization's own sign-in checks. */
class FederatedSignInTest {
  private static final String REALM = "/common/userrealm/";
  private static final String METADATA = "/adfs/services/trust/mex";
  private static final String TRUST = "/adfs/services/trust/13/usernamemixed";
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
    lab.events.clear();
    lab.time.advance(Duration.ofHours(2)); // a lock has ended
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(names = {"FEDERATED", "UNKNOWN"})
  void the_organizations_own_sign_in_checks_the_password(Realm remembered) {
    SignInResult result = signIn(lab.password(), remembered);

    assertThat(TokenClaims.of(result.token()).orElseThrow().username())
        .isEqualTo("federated@contoso.example");
    assertThat(result.realm()).isEqualTo(Realm.FEDERATED);
    assertThat(result.token().expires()).isEqualTo(lab.time.instant().plusSeconds(4228));
  }

  @Test
  void four_requests_are_made_and_entra_id_never_sees_the_password() {
    signIn(lab.password(), null);

    assertThat(lab.emulator.received().of("entra"))
        .extracting(it -> it.method() + " " + it.path())
        .containsExactly(
            "GET /common/userrealm/federated%40contoso.example",
            "GET " + METADATA, "POST " + TRUST, "POST /organizations" + TOKEN);
    assertThat(lab.received("entra", TOKEN).get(0).form())
        .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:saml1_1-bearer")
        .containsEntry("scope", lab.scope().value())
        .doesNotContainKeys("username", "password", "client_info");
  }

  @Test
  void a_wrong_password_is_sent_once_and_said_to_be_refused_by_the_organization() {
    Problem problem = Problems.of(() -> signIn(Secret.of("wrong-canary"), null));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(problem.step()).isEqualTo(SetupStep.ACCOUNT);
    assertThat(problem.message()).contains("refused by the organization's own sign-in");
    assertThat(problem.details()).containsKey("fault");
    assertThat(problem.toString() + lab.events).doesNotContain("wrong-canary");
    assertThat(lab.received("entra", TRUST)).hasSize(1);
    assertThat(lab.received("entra", TOKEN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pä&<ß>'\"€ 😀", "%s %d \\ $1", "ﬁ]]>x"})
  void every_character_of_a_password_arrives_as_it_is(String text) {
    var world = lab.emulator.world();
    var account = world.directory().account(lab.username("federated")).orElseThrow();
    world.changePassword(account, new Password(text));

    SignInResult result = signIn(Secret.of(text), null);
    world.changePassword(account, new Password(lab.password().reveal()));

    assertThat(result.token().value().reveal()).isNotEmpty();
  }

  @Test
  void only_the_newer_policies_are_found_the_first_time_and_later() {
    String newerOnly = withoutOlderPolicies(metadata());
    lab.answerAlways("entra", METADATA, 200, newerOnly);

    for (int i = 0; i < 3; i++) {
      assertThat(signIn(lab.password(), null).token().value().reveal()).isNotEmpty();
    }

    assertThat(lab.received("entra", TRUST)).hasSize(3);
  }

  @Test
  void a_refusal_of_entra_id_after_that_has_the_words_of_the_catalogue() {
    lab.answerOnce(
        "entra",
        TOKEN,
        400,
        "{\"error\":\"invalid_grant\",\"error_codes\":[50076],\"correlation_id\":\"c\"}");

    Problem problem = Problems.of(() -> signIn(lab.password(), null));

    assertThat(problem.code()).isEqualTo(ProblemCode.MFA_REQUIRED);
    assertThat(problem.details())
        .containsEntry("aadsts", 50076)
        .containsEntry("correlationId", "c");
    assertThat(lab.received("entra", TRUST)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"429, THROTTLED", "503, SERVICE_UNAVAILABLE"})
  void a_fault_of_entra_id_blocks_no_later_sign_in_of_the_process(int status, ProblemCode code) {
    lab.answer(
        Fault.once(
                "entra",
                "POST",
                TOKEN,
                new FaultAction.Answer(status, Map.of("Retry-After", "3000"), ""))
            .times(1));
    assertThat(Problems.of(() -> signIn(lab.password(), null)).code()).isEqualTo(code);

    assertThat(signIn(lab.password(), null).token().value().reveal()).isNotEmpty();
  }

  @Test
  void a_passing_fault_of_entra_id_does_not_send_the_password_again() {
    lab.answerOnce("entra", TOKEN, 503, "");

    signIn(lab.password(), null);

    assertThat(lab.received("entra", TRUST)).hasSize(1);
    assertThat(lab.received("entra", TOKEN)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void an_own_sign_in_that_is_out_of_order_is_sent_the_password_once(int status) {
    lab.answerAlways("entra", TRUST, status, "<html>out of order</html>");

    Problem problem = Problems.of(() -> signIn(lab.password(), null));

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(lab.received("entra", TRUST)).hasSize(1);
  }

  @Test
  void a_lost_answer_of_the_own_sign_in_does_not_send_the_password_again() {
    lab.answer(Fault.once("entra", "POST", TRUST, new FaultAction.LoseAnswer()));

    assertThat(Problems.of(() -> signIn(lab.password(), null)).code())
        .isEqualTo(ProblemCode.ANSWER_LOST);
    assertThat(lab.received("entra", TRUST)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, <html>sign in</html>",
    "200, ''",
    "200, <definitions/>",
    "404, ''",
    "403, <html>forbidden</html>"
  })
  void a_description_without_a_usable_endpoint_is_told_before_the_password_is_sent(
      int status, String body) {
    lab.answerAlways("entra", METADATA, status, body);

    unusable(null);

    assertThat(lab.received("entra", TRUST)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "200, <html>sign in</html>",
    "200, ''",
    "200, <s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>",
    "404, ''"
  })
  void an_answer_that_vouches_for_nobody_is_told(int status, String body) {
    lab.answerAlways("entra", TRUST, status, body);

    unusable(null);

    assertThat(lab.received("entra", TRUST)).hasSize(1);
    assertThat(lab.received("entra", TOKEN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 500})
  void another_fault_of_the_own_sign_in_is_shown_in_its_words(int status) {
    lab.answerAlways(
        "entra",
        TRUST,
        status,
        """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault>\
        <s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value xmlns:a="x">a:InvalidScope</s:Value>\
        </s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">no &lt;trust&gt; here</s:Text></s:Reason>\
        </s:Fault></s:Body></s:Envelope>""");

    Problem problem = unusable(null);

    assertThat(problem.message()).endsWith("'localhost' refused: no <trust> here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"account_type\":\"Federated\"}",
        "{\"account_type\":\"Federated\",\"federation_metadata_url\":\"\"}",
        "{\"account_type\":\"Federated\",\"federation_metadata_url\":\"http://adfs.example/mex\"}",
        "{\"account_type\":\"Federated\",\"federation_protocol\":\"SAML20\",\"federation_metadata_url\":null}"
      })
  void a_provider_that_programs_cannot_use_is_told_with_what_to_use_instead(String realm) {
    lab.answerAlways("entra", REALM, 200, realm);

    Problem problem = unusable(null);

    assertThat(problem.fixes()).first().asString().contains(".onmicrosoft.com");
    assertThat(lab.received("entra", TOKEN)).isEmpty();
  }

  @Test
  void a_domain_that_is_managed_again_signs_in_at_entra_id() {
    lab.answerAlways("entra", REALM, 200, "{\"account_type\":\"Managed\"}");
    Account account =
        new Account(
            lab.authority(),
            lab.clientId(),
            lab.username("deploy"),
            new Credential.Password(lab.password()),
            Realm.FEDERATED);

    SignInResult result = signIn.signIn(account, lab.scope());

    assertThat(result.realm()).isEqualTo(Realm.MANAGED);
  }

  @Test
  void a_federated_account_is_not_sent_to_entra_id_when_the_realm_does_not_answer() {
    lab.answerAlways("entra", REALM, 503, "");

    assertThat(Problems.of(() -> signIn(lab.password(), Realm.FEDERATED)).code())
        .isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(lab.received("entra", TOKEN)).isEmpty();
  }

  @Test
  void an_authority_without_encryption_cannot_be_used_for_it() throws Exception {
    String realm =
        "{\"account_type\":\"Federated\",\"federation_metadata_url\":\"https://adfs.example/mex\"}";
    try (RawServer server = RawServer.answering(RawServer.answer(200, "", realm))) {
      Account account =
          new Account(
              new AuthenticationEndpoint(server.uri("/organizations")),
              lab.clientId(),
              "federated@contoso.example",
              new Credential.Password(lab.password()),
              null);

      Problem problem = Problems.of(() -> signIn.signIn(account, lab.scope()));

      assertThat(problem.code()).isEqualTo(ProblemCode.FEDERATION_UNUSABLE);
      assertThat(problem.message()).endsWith("is not https");
      assertThat(server.heads).hasSize(1);
    }
  }

  @Test
  void an_interrupted_sign_in_ends_at_once() {
    Thread.currentThread().interrupt();

    ProblemCode code = Problems.of(() -> signIn(lab.password(), Realm.FEDERATED)).code();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(code).isEqualTo(ProblemCode.INTERRUPTED);
  }

  private static Problem unusable(Realm remembered) {
    Problem problem =
        Problems.of(() -> lab.signIn().signIn(account(lab.password(), remembered), lab.scope()));
    assertThat(problem.code()).isEqualTo(ProblemCode.FEDERATION_UNUSABLE);
    assertThat(problem.step()).isEqualTo(SetupStep.ACCOUNT);
    return problem;
  }

  private static String metadata() {
    URI address = lab.authority().uri().resolve(METADATA);
    return lab.transport().send(Request.get(address)).text();
  }

  /** As a server answers that has the older endpoint switched off. */
  private static String withoutOlderPolicies(String metadata) {
    return metadata.replace(
        "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy", "urn:something-else");
  }

  private SignInResult signIn(Secret password, Realm remembered) {
    return signIn.signIn(account(password, remembered), lab.scope());
  }

  private static Account account(Secret password, Realm remembered) {
    return new Account(
        lab.authority(),
        lab.clientId(),
        lab.username("federated"),
        new Credential.Password(password),
        remembered);
  }
}
