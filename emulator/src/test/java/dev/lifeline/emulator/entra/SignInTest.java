package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.json.Json;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {

  private final Lab lab;

  SignInTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void user_name_and_password_bring_a_token_for_lcs() throws Exception {
    Lab.Answer answer = lab.signIn(Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .containsEntry("token_type", "Bearer")
        .containsEntry("expires_in", 4228)
        .containsEntry("scope", lab.lcsScope())
        .doesNotContainKeys("refresh_token", "id_token", "client_info");
    assertThat(claims(answer.text("access_token")))
        .containsEntry("aud", lab.emulator.addresses().apiEndpoint().toString())
        .containsEntry("scp", "user_impersonation")
        .containsEntry("appid", lab.emulator.addresses().clientId().toString())
        .containsEntry("appidacr", "0")
        .containsEntry("upn", "deploy@contoso.example")
        .containsEntry("ver", "1.0")
        .containsEntry("amr", List.of("pwd"));
  }

  @Test
  void the_published_key_proves_the_token() throws Exception {
    String[] token = lab.token().split("\\.", -1);

    Lab.Answer keys = get("/organizations/discovery/v2.0/keys");

    Map<?, ?> key = (Map<?, ?>) ((List<?>) keys.json().get("keys")).get(0);
    var publicKey =
        new RSAPublicKeySpec(number((String) key.get("n")), number((String) key.get("e")));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(publicKey));
    signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
  }

  @Test
  void a_double_slash_before_the_default_scope_ends_the_audience_in_a_slash() throws Exception {
    String endpoint = lab.emulator.addresses().apiEndpoint().toString();

    Lab.Answer answer = lab.signIn(Map.of("scope", endpoint + "//.default"));

    assertThat(claims(answer.text("access_token"))).containsEntry("aud", endpoint + "/");
    assertThat(answer.text("scope"))
        .isEqualTo(endpoint + "//user_impersonation " + endpoint + "//.default");
  }

  @Test
  void open_id_scopes_bring_their_companions() throws Exception {
    String scope = lab.lcsScope() + " openid profile offline_access";

    Lab.Answer answer = lab.signIn(Map.of("scope", scope, "client_info", "1"));

    assertThat(claims(answer.text("id_token")))
        .containsEntry("preferred_username", "deploy@contoso.example")
        .containsEntry("aud", lab.emulator.addresses().clientId().toString());
    assertThat(Json.parseObject(decode(answer.text("client_info"))))
        .containsOnlyKeys("uid", "utid");
    assertThat(answer.text("refresh_token")).isNotEmpty();
  }

  @Test
  void a_refresh_token_brings_a_new_token_until_it_expires() throws Exception {
    String refreshToken =
        lab.signIn(Map.of("scope", lab.lcsScope() + " offline_access")).text("refresh_token");
    Map<String, String> renewal =
        Map.of(
            "grant_type", "refresh_token",
            "refresh_token", refreshToken,
            "username", "",
            "password", "");

    Lab.Answer soon = lab.signIn(renewal);
    lab.clock.turn(Duration.ofDays(91));
    Lab.Answer late = lab.signIn(renewal);

    assertThat(soon.status()).isEqualTo(200);
    assertThat(claims(soon.text("access_token"))).containsEntry("scp", "user_impersonation");
    assertThat(late.json()).containsEntry("error_codes", List.of(700082));
  }

  @Test
  void an_access_token_is_no_refresh_token() throws Exception {
    Lab.Answer answer =
        lab.signIn(Map.of("grant_type", "refresh_token", "refresh_token", "1." + lab.token()));

    assertThat(answer.json())
        .containsEntry("error", "invalid_grant")
        .containsEntry("error_codes", List.of(70000));
  }

  @Test
  void the_v1_endpoint_writes_numbers_as_strings() throws Exception {
    String endpoint = lab.emulator.addresses().apiEndpoint().toString();

    Lab.Answer answer =
        lab.post(v1TokenUrl(), lab.form(Map.of("scope", "openid", "resource", endpoint)));

    assertThat(answer.json())
        .containsEntry("expires_in", "4228")
        .containsEntry("scope", "user_impersonation")
        .containsEntry("resource", endpoint)
        .containsKeys("expires_on", "not_before", "refresh_token", "id_token");
  }

  @Test
  void the_tenant_may_be_named_by_its_id_or_its_domain() throws Exception {
    String id = lab.emulator.world().directory().tenant().id().toString();

    for (String tenant : List.of(id, "contoso.example", "ORGANIZATIONS")) {
      assertThat(lab.post(lab.v2TokenUrl(tenant), lab.form(Map.of())).status()).isEqualTo(200);
    }
  }

  @Test
  void the_realm_of_the_own_domain_is_managed() throws Exception {
    Lab.Answer own = get("/common/userrealm/deploy@contoso.example?api-version=1.0");
    Lab.Answer other = get("/common/userrealm/deploy%40nowhere.example?api-version=1.0");

    assertThat(own.json())
        .containsEntry("account_type", "Managed")
        .containsEntry("domain_name", "contoso.example");
    assertThat(other.json()).containsEntry("account_type", "Unknown");
  }

  @Test
  void instance_discovery_knows_loopback_only() throws Exception {
    String query = "/common/discovery/instance?api-version=1.1&authorization_endpoint=";

    Lab.Answer own = get(query + "https://localhost/organizations/oauth2/v2.0/authorize");
    Lab.Answer other = get(query + "https://login.fabrikam.example/x");

    assertThat(own.json()).containsKeys("tenant_discovery_endpoint", "metadata");
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.json()).containsEntry("error", "invalid_instance");
  }

  @Test
  void the_configuration_of_an_unknown_tenant_is_refused() throws Exception {
    Lab.Answer known = get("/organizations/v2.0/.well-known/openid-configuration");
    Lab.Answer unknown = get("/nowhere.example/v2.0/.well-known/openid-configuration");

    assertThat(known.text("token_endpoint")).endsWith("/organizations/oauth2/v2.0/token");
    assertThat(known.text("issuer")).endsWith("/{tenantid}/v2.0");
    assertThat(unknown.json()).containsEntry("error", "invalid_tenant");
  }

  @Test
  void the_lifetime_of_tokens_can_be_chosen() throws Exception {
    lab.order("/settings", Map.of("tokenLifetimeSeconds", 90));

    assertThat(lab.signIn(Map.of()).json()).containsEntry("expires_in", 90);
  }

  @Test
  void the_request_id_of_the_client_is_given_back() throws Exception {
    String id = "11111111-2222-3333-4444-555555555555";

    Lab.Answer answer =
        lab.send(
            HttpRequest.newBuilder(lab.v2TokenUrl("organizations"))
                .header("client-request-id", id)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password")));

    assertThat(answer.headers()).containsEntry("client-request-id", List.of(id));
    assertThat(answer.json()).containsEntry("correlation_id", id);
  }

  private java.net.URI v1TokenUrl() {
    return lab.emulator.addresses().authenticationEndpoint().resolve("/common/oauth2/token");
  }

  private Lab.Answer get(String path) throws Exception {
    return lab.send(
        HttpRequest.newBuilder(lab.emulator.addresses().authenticationEndpoint().resolve(path)));
  }

  private static Map<String, Object> claims(String jwt) {
    return Json.parseObject(decode(jwt.split("\\.", -1)[1]));
  }

  private static String decode(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }
}
