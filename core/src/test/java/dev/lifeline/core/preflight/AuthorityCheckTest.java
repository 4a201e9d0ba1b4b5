package dev.lifeline.core.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.entra.AuthorityFacts;
import dev.lifeline.core.entra.AuthorityLookup;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.SystemTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityCheckTest {

  @ParameterizedTest
  @CsvSource({
    "/organizations, deploy@contoso.com, /contoso.com/",
    "/organizations, 'a b@Contoso.com', /Contoso.com/",
    "/organizations, deploy@bücher.example, /b%C3%BCcher.example/",
    "/organizations, CONTOSO, /organizations/",
    "/organizations, deploy@common, /organizations/",
    "/fabrikam.com, deploy@contoso.com, /fabrikam.com/"
  })
  void the_tenant_of_the_account_is_asked_about(String authority, String username, String path)
      throws Exception {
    try (RawServer server = answering(200, "{\"token_endpoint\":\"https://localhost/x\"}")) {

      facts(server, authority, username);

      assertThat(server.heads)
          .singleElement()
          .asString()
          .startsWith("GET " + path + "v2.0/.well-known/openid-configuration ")
          .containsIgnoringCase("client-request-id:");
    }
  }

  @Test
  void what_the_authority_says_is_kept() throws Exception {
    try (RawServer server =
        answering(
            200,
            "{\"token_endpoint\":\"https://login.microsoftonline.com/t/oauth2/v2.0/token\","
                + "\"tenant_region_scope\":\"NA\",\"tenant_region_sub_scope\":\"GCC\"}")) {

      AuthorityFacts facts = facts(server, "/organizations", "deploy@contoso.com");

      assertThat(facts)
          .isEqualTo(new AuthorityFacts("contoso.com", "login.microsoftonline.com", "NA", "GCC"));
    }
  }

  @Test
  void a_tenant_that_the_authority_does_not_know_is_told_with_its_ids() throws Exception {
    try (RawServer server =
        answering(
            400,
            "{\"error\":\"invalid_tenant\",\"error_description\":\"AADSTS90002: no\","
                + "\"trace_id\":\"t1\",\"correlation_id\":\"c1\"}")) {

      Problem problem =
          Problems.of(() -> facts(server, "/organizations", "deploy@nowhere.example"));

      assertThat(problem.code()).isEqualTo(ProblemCode.TENANT_UNKNOWN);
      assertThat(problem.message())
          .isEqualTo("'127.0.0.1' does not know the tenant 'nowhere.example'");
      assertThat(problem.details())
          .containsEntry("traceId", "t1")
          .containsEntry("correlationId", "c1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, <html>, SIGN_IN_REFUSED",
    "200, {}, SIGN_IN_REFUSED",
    "200, '{\"token_endpoint\":\"not an address\"}', SIGN_IN_REFUSED",
    "302, '', SIGN_IN_REFUSED",
    "404, <html>, SIGN_IN_REFUSED",
    "429, '', THROTTLED",
    "503, '', SERVICE_UNAVAILABLE"
  })
  void what_is_no_answer_of_entra_is_told_as_such(int status, String body, ProblemCode code)
      throws Exception {
    try (RawServer server = answering(status, body)) {

      Problem problem = Problems.of(() -> facts(server, "/organizations", "deploy@contoso.com"));

      assertThat(problem.code()).isEqualTo(code);
      assertThat(problem.fixes()).isNotEmpty();
    }
  }

  @Test
  void a_tenant_of_another_cloud_is_told_with_the_endpoint_to_use() {
    AuthorityFacts facts = new AuthorityFacts("contoso.us", "login.microsoftonline.us", null, null);

    Problem problem =
        Problems.of(() -> check("https://login.microsoftonline.com/organizations").of(facts));

    assertThat(problem.code()).isEqualTo(ProblemCode.TENANT_UNKNOWN);
    assertThat(problem.message())
        .isEqualTo("the tenant 'contoso.us' is kept in the cloud 'us-government'");
    assertThat(problem.fixes())
        .first()
        .isEqualTo(
            "use the authentication endpoint https://login.microsoftonline.us/organizations");
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com/organizations, login.microsoftonline.com",
    "https://login.microsoftonline.com/organizations, login.windows.net",
    "https://login.contoso.example/organizations, login.contoso.example"
  })
  void a_tenant_of_the_same_cloud_passes(String authority, String tokenHost) {
    Finding finding = check(authority).of(new AuthorityFacts("t", tokenHost, "EU", null));

    assertThat(finding).isEqualTo(Finding.of("knows the tenant 't', region EU"));
  }

  @ParameterizedTest
  @CsvSource({"DODCON, true", "dod, true", "GCC, false", ", false"})
  void a_region_of_the_us_government_is_a_hint_and_no_failure(
      @Nullable String part, boolean warned) {
    AuthorityFacts facts = new AuthorityFacts("t", "login.microsoftonline.com", "USGov", part);

    Finding finding = check("https://login.microsoftonline.com/organizations").of(facts);

    assertThat(finding.warning() != null).isEqualTo(warned);
  }

  private static AuthorityCheck check(String authority) {
    return new AuthorityCheck(
        new ServiceConnection(
            "contoso",
            AuthenticationEndpoint.of(authority),
            ApiEndpoint.of("https://lcsapi.lcs.dynamics.com"),
            "deploy@contoso.com",
            new ClientId("11111111-2222-3333-4444-555555555555"),
            null,
            null));
  }

  private static AuthorityFacts facts(RawServer server, String authority, String username) {
    try (Transport transport =
        new JdkTransport(
            NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, new SystemTime(), Listener.NONE)) {
      return new AuthorityLookup(transport, UUID::randomUUID)
          .of(new AuthenticationEndpoint(server.uri(authority)), username);
    }
  }

  private static RawServer answering(int status, String body) throws Exception {
    return RawServer.answering(RawServer.answer(status, "", body));
  }
}
