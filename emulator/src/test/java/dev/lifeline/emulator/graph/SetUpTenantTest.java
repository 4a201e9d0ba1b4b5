package dev.lifeline.emulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That Entra ID acts on what was written through Graph: each step takes one refusal away. */
class SetUpTenantTest {

  private static final String LCS = "913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0";
  private static final List<String> ANY = List.of("http://localhost");

  private final Lab lab;
  private final GraphCaller admin;

  SetUpTenantTest() throws Exception {
    lab = new Lab();
    admin = GraphCaller.of(lab, "admin@adatum.example", GraphCaller.REGISTERING);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void an_empty_tenant_lets_its_account_sign_in_after_four_writes() throws Exception {
    Lab.Answer lcs = admin.post("servicePrincipals", Map.of("appId", LCS));
    Lab.Answer application =
        admin.post("applications", registration(permissions(lcs.json()), true));
    String clientId = application.text("appId");
    assertThat(refusal(clientId)).isEqualTo(700016);

    Lab.Answer principal = admin.post("servicePrincipals", Map.of("appId", clientId));
    assertThat(refusal(clientId)).isEqualTo(65001);

    admin.post("oauth2PermissionGrants", consent(principal.text("id"), lcs.text("id")));
    assertThat(signIn(clientId).status()).isEqualTo(200);
  }

  @Test
  void a_flaw_of_the_registration_is_mended_by_a_change() throws Exception {
    Lab.Answer lcs = admin.post("servicePrincipals", Map.of("appId", LCS));
    Lab.Answer application = admin.post("applications", registration(List.of(), false));
    String clientId = application.text("appId");
    String path = "applications(appId='" + clientId + "')";
    Lab.Answer principal = admin.post("servicePrincipals", Map.of("appId", clientId));
    admin.post("oauth2PermissionGrants", consent(principal.text("id"), lcs.text("id")));
    assertThat(refusal(clientId)).isEqualTo(7000218);

    admin.patch(path, Map.of("isFallbackPublicClient", true));
    assertThat(refusal(clientId)).isEqualTo(650057);

    admin.patch(path, registration(permissions(lcs.json()), true));
    assertThat(signIn(clientId).status()).isEqualTo(200);
  }

  @Test
  void a_principal_that_is_switched_off_lets_nobody_in() throws Exception {
    String clientId = lab.emulator.addresses().clientId().toString();
    GraphCaller contoso = GraphCaller.of(lab, "admin@contoso.example", GraphCaller.REGISTERING);
    String path = "servicePrincipals(appId='" + clientId + "')";

    contoso.patch(path, Map.of("accountEnabled", false));
    assertThat(lab.signIn(Map.of()).json()).containsEntry("error_codes", List.of(7000112));

    contoso.patch(path, Map.of("accountEnabled", true, "appRoleAssignmentRequired", true));
    assertThat(lab.signIn(Map.of()).json()).containsEntry("error_codes", List.of(50105));
  }

  private Lab.Answer signIn(String clientId) throws Exception {
    return lab.signIn(Map.of("client_id", clientId, "username", "deploy@adatum.example"));
  }

  private Object refusal(String clientId) throws Exception {
    return ((List<?>) signIn(clientId).json().get("error_codes")).get(0);
  }

  private static List<?> permissions(Map<String, Object> lcs) {
    Map<?, ?> scope = (Map<?, ?>) ((List<?>) lcs.get("oauth2PermissionScopes")).get(0);
    return List.of(Map.of("id", scope.get("id"), "type", "Scope"));
  }

  private static Map<String, ?> registration(List<?> asked, boolean publicClient) {
    return Map.of(
        "displayName",
        "LCS automation",
        "signInAudience",
        "AzureADMyOrg",
        "isFallbackPublicClient",
        publicClient,
        "publicClient",
        Map.of("redirectUris", ANY),
        "requiredResourceAccess",
        List.of(Map.of("resourceAppId", LCS, "resourceAccess", asked)));
  }

  private static Map<String, ?> consent(String client, String resource) {
    return Map.of(
        "clientId",
        client,
        "consentType",
        "AllPrincipals",
        "resourceId",
        resource,
        "scope",
        "user_impersonation");
  }
}
