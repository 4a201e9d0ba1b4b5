package dev.lifeline.emulator.graph;

import static dev.lifeline.emulator.graph.GraphCaller.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphTest {

  private final Lab lab;

  GraphTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_token_for_lcs_is_no_token_for_graph() throws Exception {
    Lab.Answer answer =
        lab.send(
            HttpRequest.newBuilder(
                    URI.create(lab.emulator.addresses().graphEndpoint() + "/v1.0/me"))
                .header("Authorization", "Bearer " + lab.token()));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(code(answer)).isEqualTo("InvalidAuthenticationToken");
  }

  @Test
  void an_expired_token_is_none() throws Exception {
    GraphCaller caller = deploy("User.Read");
    lab.clock.turn(Duration.ofHours(2));

    assertThat(caller.get("me").status()).isEqualTo(401);
  }

  @Test
  void a_user_is_found_by_name_and_by_id() throws Exception {
    GraphCaller caller = deploy("User.Read.All");

    Lab.Answer byName = caller.get("users/disabled%40contoso.example");

    assertThat(byName.json())
        .containsEntry("userPrincipalName", "disabled@contoso.example")
        .containsEntry("accountEnabled", false)
        .containsEntry("userType", "Member");
    assertThat(caller.get("users/" + byName.text("id")).json()).isEqualTo(byName.json());
  }

  @Test
  void a_guest_and_a_federated_user_can_be_told() throws Exception {
    GraphCaller caller = deploy("User.Read.All");

    assertThat(caller.get("users/guest@contoso.example").json()).containsEntry("userType", "Guest");
    assertThat(caller.get("users/federated@contoso.example").json())
        .containsEntry("onPremisesSyncEnabled", true);
  }

  @Test
  void the_basic_permission_shows_the_basic_fields() throws Exception {
    GraphCaller caller = deploy("User.ReadBasic.All");

    assertThat(caller.get("users/owner@contoso.example").json())
        .containsKeys("id", "displayName")
        .doesNotContainKey("accountEnabled");
    assertThat(caller.get("users/deploy@contoso.example").json())
        .containsEntry("accountEnabled", true);
  }

  @Test
  void one_sees_oneself_and_nobody_else_with_the_least_permission() throws Exception {
    GraphCaller caller = deploy("User.Read");

    assertThat(caller.get("me").json())
        .containsEntry("userPrincipalName", "deploy@contoso.example");
    assertThat(caller.get("users/owner@contoso.example").status()).isEqualTo(403);
  }

  @Test
  void a_tenant_does_not_show_another() throws Exception {
    GraphCaller caller = deploy("User.Read.All", "Domain.Read.All");

    assertThat(caller.get("users/deploy@fabrikam.example").status()).isEqualTo(404);
    assertThat(caller.get("domains/fabrikam.example").status()).isEqualTo(404);
  }

  @Test
  void only_what_was_selected_is_shown() throws Exception {
    Lab.Answer answer = deploy("User.Read").get("me?$select=id,%20accountEnabled");

    assertThat(answer.json()).containsOnlyKeys("id", "accountEnabled");
  }

  @Test
  void what_is_not_there_is_an_error_in_the_shape_of_graph() throws Exception {
    Lab.Answer answer = deploy("User.Read.All").get("users/nobody@contoso.example");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(code(answer)).isEqualTo("Request_ResourceNotFound");
    Map<?, ?> inner = (Map<?, ?>) ((Map<?, ?>) answer.json().get("error")).get("innerError");
    assertThat(inner.keySet().stream().map(String::valueOf))
        .containsExactly("date", "request-id", "client-request-id");
  }

  @Test
  void a_missing_permission_is_denied() throws Exception {
    Lab.Answer answer = deploy("User.Read").get("applications");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(code(answer)).isEqualTo("Authorization_RequestDenied");
  }

  @Test
  void the_domain_is_managed() throws Exception {
    assertThat(deploy("Domain.Read.All").get("domains/contoso.example").json())
        .containsEntry("id", "contoso.example")
        .containsEntry("authenticationType", "Managed");
  }

  @Test
  void security_defaults_are_off() throws Exception {
    assertThat(
            deploy("Policy.Read.All")
                .get("policies/identitySecurityDefaultsEnforcementPolicy")
                .json())
        .containsEntry("isEnabled", false);
  }

  @Test
  void the_policy_that_blocks_passwords_is_listed_where_it_blocks() throws Exception {
    String policies = "identity/conditionalAccess/policies";
    GraphCaller contoso = deploy("Policy.Read.All");
    GraphCaller fabrikam = GraphCaller.of(lab, "admin@fabrikam.example", "Policy.Read.All");

    assertThat(contoso.get(policies).json()).containsEntry("value", List.of());
    assertThat(fabrikam.get(policies).body()).contains("\"state\":\"enabled\"", "\"block\"");
  }

  @Test
  void an_unknown_resource_is_a_bad_request() throws Exception {
    assertThat(deploy("User.Read").get("nothing/here").status()).isEqualTo(400);
  }

  private GraphCaller deploy(String... scopes) {
    return GraphCaller.of(lab, "deploy@contoso.example", scopes);
  }
}
