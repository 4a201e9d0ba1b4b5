package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.emulator.peers.Keycloak;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lifeline's sign-in at an authority that nobody here wrote. */
@Tag("keycloak")
class KeycloakSignInTest {
  private static final ApiEndpoint LCS = ApiEndpoint.of("https://lcsapi.lcs.dynamics.com");
  private static final ClientId CLIENT = new ClientId("11111111-2222-3333-4444-555555555555");
  private static final ClientId NO_PASSWORDS = new ClientId("66666666-7777-8888-9999-000000000000");
  private static final String PASSWORD = "p@ss w+rd&=é\"<%41>€";

  private static final List<Event> EVENTS = new CopyOnWriteArrayList<>();
  private static Keycloak keycloak;
  private static Transport transport;

  private final SystemTime time = new SystemTime();
  private final SignIn signIn =
      new SignIn(
          transport,
          new Retries(RetryPolicy.DEFAULTS, time, new Random(1), EVENTS::add),
          UUID::randomUUID);

  @BeforeAll
  static void start() throws Exception {
    keycloak = Keycloak.start(KeycloakSignInTest.class, "keycloak-realm.json");
    transport =
        new JdkTransport(
            NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, new SystemTime(), EVENTS::add);
  }

  @AfterAll
  static void stop() {
    if (transport != null) {
      transport.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @BeforeEach
  void forget() {
    EVENTS.clear();
  }

  @Test
  void a_user_name_and_a_password_of_any_characters_become_a_token_for_lcs() {
    SignInResult result = signIn.signIn(account("deploy", PASSWORD, CLIENT), Scope.lcs(LCS));

    TokenClaims claims = TokenClaims.of(result.token()).orElseThrow();
    assertThat(claims.audiences()).contains(LCS.toString());
    assertThat(claims.scopes()).containsExactly("user_impersonation");
    assertThat(claims.applicationId()).isEqualTo(CLIENT.value());
    assertThat(result.token().expires()).isBetween(time.instant(), time.instant().plusSeconds(600));
    assertThat(result.realm()).isEqualTo(Realm.UNKNOWN);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void a_wrong_password_is_refused_once_in_the_authoritys_words() {
    Problem problem = refused(account("deploy", "wrong-canary", CLIENT), LCS);

    assertThat(problem.message())
        .isEqualTo("sign-in as 'deploy' was refused: Invalid user credentials");
    assertThat(problem.details()).containsEntry("error", "invalid_grant");
    assertThat(problem.fixes()).first().asString().startsWith("check the user name");
    assertThat(problem.toString() + EVENTS).doesNotContain("wrong-canary");
  }

  @Test
  void a_disabled_account_is_refused() {
    assertThat(refused(account("disabled", PASSWORD, CLIENT), LCS).message())
        .endsWith("Account disabled");
  }

  @Test
  void an_account_that_is_not_set_up_is_refused() {
    assertThat(refused(account("newcomer", PASSWORD, CLIENT), LCS).message())
        .endsWith("Account is not fully set up");
  }

  @Test
  void a_client_that_may_not_sign_in_with_passwords_is_refused() {
    Problem problem = refused(account("deploy", PASSWORD, NO_PASSWORDS), LCS);

    assertThat(problem.details()).containsEntry("error", "unauthorized_client");
    assertThat(problem.fixes()).first().asString().startsWith("check the application (client) ID");
  }

  @Test
  void an_unknown_client_is_refused() {
    ClientId unknown = new ClientId("00000000-0000-0000-0000-000000000000");

    assertThat(refused(account("deploy", PASSWORD, unknown), LCS).details())
        .containsEntry("error", "invalid_client");
  }

  @Test
  void a_scope_that_the_authority_does_not_know_is_refused() {
    Problem problem =
        refused(
            account("deploy", PASSWORD, CLIENT),
            ApiEndpoint.of("https://lcsapi.eu.lcs.dynamics.com"));

    assertThat(problem.details()).containsEntry("error", "invalid_scope");
    assertThat(problem.fixes()).first().asString().startsWith("check the LCS API endpoint");
  }

  @Test
  void a_sign_in_made_before_is_renewed_with_its_refresh_token() {
    Credential before = refreshToken();

    SignInResult first = signIn.signIn(account(before), Scope.lcs(LCS));
    SignInResult second = signIn.signIn(account(first.credential()), Scope.lcs(LCS));

    assertThat(first.credential()).isInstanceOf(Credential.RefreshToken.class);
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(TokenClaims.of(second.token()).orElseThrow().audiences()).contains(LCS.toString());
  }

  @Test
  void a_refresh_token_that_does_not_hold_says_to_sign_in_again() {
    Account account = account(new Credential.RefreshToken(Secret.of("canary")));

    Problem problem = Problems.of(() -> signIn.signIn(account, Scope.lcs(LCS)));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_AGAIN);
    assertThat(problem.details()).containsEntry("error", "invalid_grant");
  }

  private Problem refused(Account account, ApiEndpoint api) {
    Problem problem = Problems.of(() -> signIn.signIn(account, Scope.lcs(api)));
    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
    assertThat(problem.code().kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(requests()).isEqualTo(1);
    return problem;
  }

  private static long requests() {
    return EVENTS.stream().filter(Event.Answered.class::isInstance).count();
  }

  /** As another program gets one, which asks for it. */
  private static Credential refreshToken() {
    Map<String, String> form =
        Map.of(
            "client_id",
            CLIENT.value(),
            "grant_type",
            "password",
            "username",
            "deploy",
            "password",
            PASSWORD,
            "scope",
            Scope.lcs(LCS).withRefreshToken().value());
    String answer = transport.send(Request.post(tokenEndpoint(), Body.form(form))).text();
    TokenJson token = Json.readSnakeCase(answer, TokenJson.class).orElseThrow();
    return new Credential.RefreshToken(token.refreshToken());
  }

  private static Account account(String username, String password, ClientId client) {
    return account(username, new Credential.Password(Secret.of(password)), client);
  }

  private static Account account(Credential credential) {
    return account("deploy", credential, CLIENT);
  }

  private static Account account(String username, Credential credential, ClientId client) {
    AuthenticationEndpoint authority = new AuthenticationEndpoint(tokenEndpoint());
    return new Account(authority, client, username, credential, null);
  }

  private static URI tokenEndpoint() {
    return URI.create(keycloak.realm("organizations") + "/protocol/openid-connect/token");
  }
}
