package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInRefusalsTest {

  private final Lab lab;

  SignInRefusalsTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "username, nobody@contoso.example,    400, invalid_grant,          50034",
    "username, deploy@nowhere.example,    400, invalid_request,        50128",
    "username, locked@contoso.example,    400, invalid_grant,          50053",
    "username, disabled@contoso.example,  400, invalid_grant,          50057",
    "username, expired@contoso.example,   400, invalid_grant,          50055",
    "username, mfa@contoso.example,       400, invalid_grant,          50076",
    "username, '',                        400, invalid_request,        900144",
    "password, wrong,                     400, invalid_grant,          50126",
    "password, '',                        400, invalid_request,        900144",
    "client_id, 11111111-2222-3333-4444-555555555555, 400, unauthorized_client, 700016",
    "client_id, my app,                   400, unauthorized_client,    700016",
    "client_id, '',                       400, invalid_request,        900144",
    "client_secret, hush,                 401, invalid_client,         700025",
    "grant_type, '',                      400, invalid_request,        900144",
    "grant_type, client_credentials,      400, unsupported_grant_type, 70003",
    "scope, '',                           400, invalid_request,        900144",
    "scope, user_impersonation,           400, invalid_scope,          70011",
    "scope, https://lcsapi.eu.lcs.dynamics.com/user_impersonation, 400, invalid_resource, 500011",
  })
  void a_faulty_request_is_refused_as_entra_id_does(
      String field, String value, int status, String error, int code) throws Exception {
    Lab.Answer answer = lab.signIn(Map.of(field, value));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json())
        .containsEntry("error", error)
        .containsEntry("error_codes", List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "expired, user_password_expired",
    "mfa,     basic_action",
  })
  void the_suberror_says_what_would_help(String account, String suberror) throws Exception {
    Lab.Answer answer = lab.signIn(Map.of("username", lab.username(account)));

    assertThat(answer.json()).containsEntry("suberror", suberror);
  }

  @Test
  void the_body_of_a_refusal_has_every_part_that_support_asks_for() throws Exception {
    Lab.Answer answer = lab.signIn(Map.of("password", "wrong"));

    assertThat(answer.text("error_description"))
        .matches(
            "AADSTS50126: The user name or the password is not right\\."
                + " Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36}"
                + " Timestamp: 2026-11-22 10:15:00Z");
    assertThat(answer.json())
        .containsEntry("timestamp", "2026-11-22 10:15:00Z")
        .containsKeys("trace_id", "correlation_id", "error_uri");
  }

  @Test
  void multifactor_authentication_comes_with_the_claims_to_satisfy() throws Exception {
    Lab.Answer answer = lab.signIn(Map.of("username", lab.username("mfa")));

    assertThat(answer.text("claims")).contains("access_token").contains("capolids");
  }

  @Test
  void the_v1_endpoint_calls_multifactor_authentication_an_interaction() throws Exception {
    URI url = lab.emulator.addresses().authenticationEndpoint().resolve("/common/oauth2/token");
    String resource = lab.emulator.addresses().apiEndpoint().toString();

    Lab.Answer answer =
        lab.post(
            url,
            lab.form(Map.of("username", lab.username("mfa"), "scope", "", "resource", resource)));

    assertThat(answer.json()).containsEntry("error", "interaction_required");
  }

  @ParameterizedTest
  @CsvSource({
    "common,           9001023",
    "consumers,        9001023",
    "nowhere.example,  90002",
  })
  void the_tenant_is_checked_first(String tenant, int code) throws Exception {
    Lab.Answer answer = lab.post(lab.v2TokenUrl(tenant), lab.form(Map.of("client_id", "unknown")));

    assertThat(answer.json()).containsEntry("error_codes", List.of(code));
  }

  @Test
  void a_registration_without_public_client_flows_is_asked_for_a_secret() throws Exception {
    Lab.Answer answer =
        lab.signIn(Map.of("client_id", application("No public client flows"), "password", "wrong"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json()).containsEntry("error_codes", List.of(7000218));
  }

  @Test
  void a_registration_without_the_permission_gets_no_token_for_lcs() throws Exception {
    Lab.Answer answer = lab.signIn(Map.of("client_id", application("No permission")));

    assertThat(answer.json()).containsEntry("error_codes", List.of(650057));
  }

  @Test
  void consent_is_asked_for_only_when_the_password_was_right() throws Exception {
    String client = application("No consent");

    Lab.Answer wrong = lab.signIn(Map.of("client_id", client, "password", "wrong"));
    Lab.Answer right = lab.signIn(Map.of("client_id", client));

    assertThat(wrong.json()).containsEntry("error_codes", List.of(50126));
    assertThat(right.json())
        .containsEntry("error_codes", List.of(65001))
        .containsEntry("suberror", "consent_required");
  }

  @Test
  void ten_wrong_passwords_lock_the_account_for_a_minute() throws Exception {
    for (int i = 0; i < 10; i++) {
      lab.signIn(Map.of("password", "wrong"));
    }

    Lab.Answer locked = lab.signIn(Map.of());
    lab.clock.turn(Duration.ofMinutes(2));
    Lab.Answer later = lab.signIn(Map.of());

    assertThat(locked.json()).containsEntry("error_codes", List.of(50053));
    assertThat(later.status()).isEqualTo(200);
  }

  @Test
  void a_right_password_forgets_the_wrong_ones() throws Exception {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 9; i++) {
        lab.signIn(Map.of("password", "wrong"));
      }
      assertThat(lab.signIn(Map.of()).status()).isEqualTo(200);
    }
  }

  @Test
  void two_resources_do_not_fit_into_one_token() throws Exception {
    String scope = lab.lcsScope() + " https://graph.microsoft.com/User.Read";

    assertThat(lab.signIn(Map.of("scope", scope)).json())
        .containsEntry("error_codes", List.of(700022));
  }

  private String application(String displayName) {
    return lab.clientId("contoso.example", displayName);
  }
}
