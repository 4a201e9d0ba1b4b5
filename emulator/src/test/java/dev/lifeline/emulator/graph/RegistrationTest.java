package dev.lifeline.emulator.graph;

import static dev.lifeline.emulator.graph.GraphCaller.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  private static final String LCS = "913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0";
  private static final String LCS_PRINCIPAL = "servicePrincipals(appId='" + LCS + "')";

  private final Lab lab;
  private final GraphCaller admin;
  private final GraphCaller adatum;

  RegistrationTest() throws Exception {
    lab = new Lab();
    admin = GraphCaller.of(lab, "admin@contoso.example", GraphCaller.REGISTERING);
    adatum = GraphCaller.of(lab, "admin@adatum.example", GraphCaller.REGISTERING);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_registration_is_found_by_client_id_object_id_and_name() throws Exception {
    String clientId = lab.emulator.addresses().clientId().toString();

    Lab.Answer found = admin.get("applications(appId='" + clientId + "')");

    assertThat(found.json())
        .containsEntry("appId", clientId)
        .containsEntry("displayName", "LCS automation")
        .containsEntry("signInAudience", "AzureADMyOrg")
        .containsEntry("isFallbackPublicClient", true);
    assertThat(admin.get("applications/" + found.text("id")).json()).isEqualTo(found.json());
    assertThat(admin.find("applications", "displayName eq 'LCS automation'"))
        .isEqualTo(List.of(found.json()));
    assertThat(admin.find("applications", "appId eq '" + clientId + "'")).hasSize(1);
  }

  @Test
  void the_principal_of_lcs_lists_its_permission_and_its_addresses() throws Exception {
    Lab.Answer answer = admin.get(LCS_PRINCIPAL);

    assertThat(answer.json()).containsEntry("accountEnabled", true);
    assertThat(answer.body()).contains("\"value\":\"user_impersonation\"", "\"isEnabled\":true");
    assertThat((List<?>) answer.json().get("servicePrincipalNames"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .contains(LCS, lab.emulator.addresses().apiEndpoint().toString());
  }

  @Test
  void an_empty_tenant_has_no_principal_of_lcs_until_it_is_made() throws Exception {
    assertThat(adatum.get(LCS_PRINCIPAL).status()).isEqualTo(404);

    Lab.Answer made = adatum.post("servicePrincipals", Map.of("appId", LCS));

    assertThat(made.status()).isEqualTo(201);
    assertThat(adatum.get(LCS_PRINCIPAL).text("id")).isEqualTo(made.text("id"));
    assertThat(admin.get(LCS_PRINCIPAL).text("id")).isNotEqualTo(made.text("id"));
  }

  @Test
  void a_principal_is_made_once() throws Exception {
    Lab.Answer again = admin.post("servicePrincipals", Map.of("appId", LCS));

    assertThat(again.status()).isEqualTo(409);
    assertThat(code(again)).isEqualTo("Request_MultipleObjectsWithSameKeyValue");
  }

  @Test
  void a_change_may_make_what_is_missing() throws Exception {
    assertThat(adatum.patch(LCS_PRINCIPAL, Map.of()).status()).isEqualTo(404);

    Lab.Answer made = adatum.patch(LCS_PRINCIPAL, Map.of(), "Prefer", "create-if-missing");
    Lab.Answer there = adatum.patch(LCS_PRINCIPAL, Map.of(), "Prefer", "create-if-missing");

    assertThat(made.status()).isEqualTo(201);
    assertThat(there.status()).isEqualTo(204);
  }

  @Test
  void no_principal_stands_for_an_unknown_application() throws Exception {
    Lab.Answer answer =
        admin.post("servicePrincipals", Map.of("appId", UUID.randomUUID().toString()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("Request_BadRequest");
  }

  @Test
  void a_registration_is_made_as_it_was_asked_for() throws Exception {
    Lab.Answer made = adatum.post("applications", registration(scopeId(admin)));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json())
        .containsEntry("displayName", "LCS automation")
        .containsEntry("signInAudience", "AzureADMyOrg")
        .containsEntry("isFallbackPublicClient", true)
        .containsEntry("publicClient", Map.of("redirectUris", List.of("http://localhost")));
    assertThat(adatum.get("applications(appId='" + made.text("appId") + "')").json())
        .isEqualTo(made.json());
  }

  @Test
  void without_an_audience_a_registration_is_for_everybody() throws Exception {
    Lab.Answer made = adatum.post("applications", Map.of("displayName", "O'Neil's"));

    assertThat(made.json())
        .containsEntry("signInAudience", "AzureADandPersonalMicrosoftAccount")
        .containsEntry("isFallbackPublicClient", false);
    assertThat(adatum.find("applications", "displayName eq 'O''Neil''s'")).hasSize(1);
  }

  @Test
  void a_change_replaces_each_member_that_it_names() throws Exception {
    Lab.Answer made = adatum.post("applications", registration(scopeId(admin)));

    Lab.Answer changed =
        adatum.patch(
            "applications/" + made.text("id"),
            Map.of("isFallbackPublicClient", false, "requiredResourceAccess", List.of()));

    assertThat(changed.status()).isEqualTo(204);
    assertThat(adatum.get("applications/" + made.text("id")).json())
        .containsEntry("isFallbackPublicClient", false)
        .containsEntry("requiredResourceAccess", List.of())
        .containsEntry("publicClient", Map.of("redirectUris", List.of("http://localhost")));
  }

  @Test
  void what_the_emulator_cannot_keep_is_refused() throws Exception {
    Lab.Answer unknown =
        adatum.post("applications", Map.of("displayName", "x", "isFallbackPublicCleint", true));
    Lab.Answer wrong =
        adatum.post("applications", Map.of("displayName", "x", "isFallbackPublicClient", "yes"));
    Lab.Answer missing = adatum.post("applications", Map.of());

    assertThat(unknown.body()).contains("isFallbackPublicCleint");
    assertThat(List.of(unknown.status(), wrong.status(), missing.status())).containsOnly(400);
  }

  @Test
  void consent_is_listed_by_the_principal_that_it_is_for() throws Exception {
    String principal = principal("LCS automation");

    List<?> grants =
        admin.find(
            "oauth2PermissionGrants",
            "clientId eq '" + principal + "' and consentType eq 'AllPrincipals'");

    assertThat(grants).isNotEmpty();
    assertThat(grants.toString()).contains("scope=user_impersonation");
    assertThat(admin.find("oauth2PermissionGrants", "clientId eq 'x'")).isEmpty();
  }

  @Test
  void consent_is_given_once_and_widened() throws Exception {
    Map<String, String> grant =
        Map.of(
            "clientId",
            principal("No consent"),
            "consentType",
            "AllPrincipals",
            "resourceId",
            admin.get(LCS_PRINCIPAL).text("id"),
            "scope",
            "other");

    Lab.Answer made = admin.post("oauth2PermissionGrants", grant);
    Lab.Answer again = admin.post("oauth2PermissionGrants", grant);
    Lab.Answer widened =
        admin.patch(
            "oauth2PermissionGrants/" + made.text("id"),
            Map.of("scope", "other user_impersonation"));

    assertThat(List.of(made.status(), again.status(), widened.status()))
        .containsExactly(201, 409, 204);
    assertThat(admin.find("oauth2PermissionGrants", "id eq '" + made.text("id") + "'").toString())
        .contains("other user_impersonation");
  }

  @Test
  void consent_for_one_user_names_that_user() throws Exception {
    String user = admin.get("users/deploy@contoso.example").text("id");

    Lab.Answer without = consent(Map.of("consentType", "Principal"));
    Lab.Answer stranger =
        consent(Map.of("consentType", "Principal", "principalId", UUID.randomUUID().toString()));
    Lab.Answer made = consent(Map.of("consentType", "Principal", "principalId", user));

    assertThat(List.of(without.status(), stranger.status(), made.status()))
        .containsExactly(400, 400, 201);
    assertThat(made.json()).containsEntry("principalId", user);
  }

  @Test
  void those_who_are_assigned_are_listed() throws Exception {
    String path = "servicePrincipals/" + principal("Assignment required") + "/appRoleAssignedTo";

    assertThat(admin.get(path).json()).containsEntry("value", List.of());
  }

  @Test
  void writing_takes_the_role_as_well_as_the_permission() throws Exception {
    GraphCaller noRole = GraphCaller.of(lab, "deploy@contoso.example", GraphCaller.REGISTERING);
    GraphCaller noPermission =
        GraphCaller.of(lab, "admin@contoso.example", "Application.Read.All", "Directory.Read.All");

    for (GraphCaller caller : List.of(noRole, noPermission)) {
      assertThat(caller.post("applications", Map.of("displayName", "x")).status()).isEqualTo(403);
      assertThat(caller.post("servicePrincipals", Map.of("appId", LCS)).status()).isEqualTo(403);
      assertThat(caller.post("oauth2PermissionGrants", Map.of()).status()).isEqualTo(403);
      assertThat(caller.patch(LCS_PRINCIPAL, Map.of()).status()).isEqualTo(403);
      assertThat(caller.get("applications").status()).isEqualTo(200);
    }
  }

  @Test
  void a_filter_that_graph_would_not_take_is_a_bad_request() throws Exception {
    for (String filter : List.of("startswith(displayName,'x')", "appId eq 5", "secret eq 'x'")) {
      String encoded = filter.replace(" ", "%20").replace("'", "%27");

      assertThat(admin.get("applications?$filter=" + encoded).status()).isEqualTo(400);
    }
  }

  private Lab.Answer consent(Map<String, String> changes) throws Exception {
    Map<String, String> grant =
        new java.util.HashMap<>(
            Map.of(
                "clientId", principal("No consent"),
                "resourceId", admin.get(LCS_PRINCIPAL).text("id"),
                "scope", "user_impersonation"));
    grant.putAll(changes);
    return admin.post("oauth2PermissionGrants", grant);
  }

  private String principal(String displayName) throws Exception {
    List<?> found = admin.find("servicePrincipals", "displayName eq '" + displayName + "'");
    return (String) ((Map<?, ?>) found.get(0)).get("id");
  }

  private static String scopeId(GraphCaller caller) throws Exception {
    List<?> scopes = (List<?>) caller.get(LCS_PRINCIPAL).json().get("oauth2PermissionScopes");
    return (String) ((Map<?, ?>) scopes.get(0)).get("id");
  }

  private static Map<String, ?> registration(String scopeId) {
    return Map.of(
        "displayName",
        "LCS automation",
        "signInAudience",
        "AzureADMyOrg",
        "isFallbackPublicClient",
        true,
        "publicClient",
        Map.of("redirectUris", List.of("http://localhost")),
        "requiredResourceAccess",
        List.of(
            Map.of(
                "resourceAppId",
                LCS,
                "resourceAccess",
                List.of(Map.of("id", scopeId, "type", "Scope")))));
  }
}
