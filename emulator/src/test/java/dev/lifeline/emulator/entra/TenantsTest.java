package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.PermissionGrant;
import dev.lifeline.emulator.world.ServicePrincipal;
import dev.lifeline.emulator.world.World;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantsTest {

  private final Lab lab;
  private final World world;

  TenantsTest() throws Exception {
    lab = new Lab();
    world = lab.emulator.world();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "admin@contoso.example,     contoso.example,  50076",
    "guest@contoso.example,     contoso.example,  50020",
    "federated@contoso.example, contoso.example,  50126",
    "deploy@fabrikam.example,   fabrikam.example, 53003",
  })
  void some_accounts_do_not_get_in_by_password(String username, String domain, int code)
      throws Exception {
    Lab.Answer answer =
        lab.signIn(
            Map.of("username", username, "client_id", lab.clientId(domain, "LCS automation")));

    assertThat(answer.json()).containsEntry("error_codes", List.of(code));
  }

  @Test
  void a_policy_that_blocks_implies_that_the_password_was_right() throws Exception {
    Map<String, String> request =
        Map.of(
            "username",
            "deploy@fabrikam.example",
            "client_id",
            lab.clientId("fabrikam.example", "LCS automation"));

    Lab.Answer wrong =
        lab.signIn(
            Map.of(
                "username", "deploy@fabrikam.example",
                "client_id", lab.clientId("fabrikam.example", "LCS automation"),
                "password", "wrong"));
    Lab.Answer right = lab.signIn(request);

    assertThat(wrong.json()).containsEntry("error_codes", List.of(50126));
    assertThat(right.json())
        .containsEntry("error_codes", List.of(53003))
        .hasEntrySatisfying("claims", it -> assertThat(it).asString().contains("capolids"));
  }

  @Test
  void a_tenant_that_is_not_set_up_knows_no_application() throws Exception {
    Lab.Answer answer = lab.signIn(Map.of("username", "deploy@adatum.example"));

    assertThat(answer.json()).containsEntry("error_codes", List.of(700016));
  }

  @Test
  void an_application_is_known_in_its_own_tenant_only() throws Exception {
    Map<String, String> elsewhere =
        Map.of("client_id", lab.clientId("fabrikam.example", "LCS automation"));

    assertThat(lab.signIn(elsewhere).json()).containsEntry("error_codes", List.of(700016));
  }

  @Test
  void a_user_of_another_tenant_is_not_in_the_one_that_the_path_names() throws Exception {
    Lab.Answer answer =
        lab.post(
            lab.v2TokenUrl("contoso.example"),
            lab.form(Map.of("username", "deploy@adatum.example")));

    assertThat(answer.json()).containsEntry("error_codes", List.of(50034));
  }

  @Test
  void accounts_of_the_same_name_are_different_ones() throws Exception {
    Directory adatum = world.directoryOfTenant("adatum.example").orElseThrow();
    Account there = adatum.account("deploy@adatum.example").orElseThrow();

    assertThat(claims(lab.token()))
        .containsEntry("tid", world.directory().tenant().id().toString())
        .doesNotContainEntry("oid", there.id().toString());
  }

  @Test
  void a_tenant_without_the_principal_of_lcs_does_not_know_the_resource() throws Exception {
    UUID lcs = world.directory().principalOf(Api.LCS.appId()).orElseThrow().id();
    world.changeDirectory(
        it ->
            new Directory(
                it.tenant(),
                it.accounts(),
                it.applications(),
                it.principals().stream().filter(other -> !other.id().equals(lcs)).toList(),
                it.grants()));

    assertThat(lab.signIn(Map.of()).json()).containsEntry("error_codes", List.of(500011));
  }

  @Test
  void a_disabled_principal_is_told() throws Exception {
    ServicePrincipal own = principal("LCS automation");
    world.changeDirectory(it -> it.with(own.withAccountEnabled(false)));

    assertThat(lab.signIn(Map.of()).json()).containsEntry("error_codes", List.of(7000112));
  }

  @Test
  void where_assignment_is_required_the_assigned_alone_get_in() throws Exception {
    ServicePrincipal principal = principal("Assignment required");
    UUID reader = world.directory().account(lab.username("reader")).orElseThrow().id();
    world.changeDirectory(it -> it.with(principal.withAssigned(List.of(reader))));
    String client = principal.appId().toString();

    Lab.Answer assigned =
        lab.signIn(Map.of("client_id", client, "username", lab.username("reader")));
    Lab.Answer other = lab.signIn(Map.of("client_id", client));

    assertThat(assigned.status()).isEqualTo(200);
    assertThat(other.json()).containsEntry("error_codes", List.of(50105));
  }

  @Test
  void consent_for_one_account_is_for_that_one_only() throws Exception {
    ServicePrincipal client = principal("No consent");
    UUID lcs = world.directory().principalOf(Api.LCS.appId()).orElseThrow().id();
    UUID reader = world.directory().account(lab.username("reader")).orElseThrow().id();
    world.changeDirectory(
        it ->
            it.with(
                new PermissionGrant(
                    UUID.randomUUID(), client.id(), lcs, reader, "user_impersonation")));
    String clientId = client.appId().toString();

    Lab.Answer own = lab.signIn(Map.of("client_id", clientId, "username", lab.username("reader")));
    Lab.Answer other = lab.signIn(Map.of("client_id", clientId));

    assertThat(own.status()).isEqualTo(200);
    assertThat(other.json()).containsEntry("error_codes", List.of(65001));
  }

  @Test
  void the_own_password_may_be_changed_through_the_application() throws Exception {
    String scope = "https://graph.microsoft.com/User-PasswordProfile.ReadWrite.All";

    Lab.Answer answer = lab.signIn(Map.of("scope", scope));

    assertThat((String) claims(answer.text("access_token")).get("scp"))
        .contains("User-PasswordProfile.ReadWrite.All");
  }

  @Test
  void what_was_not_consented_to_is_not_given() throws Exception {
    String scope = "https://graph.microsoft.com/Application.ReadWrite.All";

    assertThat(lab.signIn(Map.of("scope", scope)).json())
        .containsEntry("error_codes", List.of(65001));
  }

  @Test
  void the_realm_of_a_federated_account_names_ad_fs() throws Exception {
    Lab.Answer answer = get("/common/userrealm/federated@contoso.example?api-version=1.0");

    assertThat(answer.json())
        .containsEntry("account_type", "Federated")
        .containsEntry("federation_protocol", "WSTrust");
    assertThat(answer.text("federation_metadata_url")).endsWith("/adfs/services/trust/mex");
  }

  @Test
  void every_tenant_has_its_configuration() throws Exception {
    for (Directory it : world.directories()) {
      Lab.Answer answer =
          get("/" + it.tenant().domain() + "/v2.0/.well-known/openid-configuration");

      assertThat(answer.text("token_endpoint")).contains(it.tenant().id().toString());
      assertThat(answer.text("device_authorization_endpoint")).endsWith("/oauth2/v2.0/devicecode");
    }
  }

  private ServicePrincipal principal(String application) {
    UUID clientId = UUID.fromString(lab.clientId("contoso.example", application));
    return world.directory().principalOf(clientId).orElseThrow();
  }

  private Lab.Answer get(String path) throws Exception {
    return lab.send(
        HttpRequest.newBuilder(lab.emulator.addresses().authenticationEndpoint().resolve(path)));
  }

  private static Map<String, Object> claims(String jwt) {
    byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
    return Json.parseObject(new String(json, StandardCharsets.UTF_8));
  }
}
