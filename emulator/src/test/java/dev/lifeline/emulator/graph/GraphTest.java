package dev.lifeline.emulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.net.http.HttpRequest;
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
  void a_registration_is_found_by_its_client_id() throws Exception {
    Lab.Answer answer =
        get("/v1.0/applications(appId='" + lab.emulator.addresses().clientId() + "')");

    assertThat(answer.json())
        .containsEntry("isFallbackPublicClient", true)
        .containsEntry("appId", lab.emulator.addresses().clientId().toString());
  }

  @Test
  void lcs_has_a_service_principal_with_its_permission() throws Exception {
    Lab.Answer answer =
        get("/v1.0/servicePrincipals(appId='913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0')");

    assertThat(answer.body()).contains("user_impersonation");
    assertThat(answer.json()).containsEntry("accountEnabled", true);
  }

  @Test
  void a_user_is_found_by_name() throws Exception {
    assertThat(get("/v1.0/users/deploy@contoso.example").json())
        .containsEntry("accountEnabled", true);
    assertThat(get("/v1.0/users/disabled%40contoso.example").json())
        .containsEntry("accountEnabled", false);
  }

  @Test
  void what_is_not_there_is_an_error_in_the_shape_of_graph() throws Exception {
    Lab.Answer answer = get("/v1.0/users/nobody@contoso.example");

    assertThat(answer.status()).isEqualTo(404);
    assertThat((Map<?, ?>) answer.json().get("error"))
        .extracting(it -> (Object) it.get("code"))
        .isEqualTo("Request_ResourceNotFound");
  }

  @Test
  void a_token_for_lcs_is_no_token_for_graph() throws Exception {
    Lab.Answer answer = get("/v1.0/users/deploy@contoso.example", lab.token());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("InvalidAuthenticationToken");
  }

  private Lab.Answer get(String path) throws Exception {
    Lab.Answer signIn = lab.signIn(Map.of("scope", "https://graph.microsoft.com/.default"));
    return get(path, signIn.text("access_token"));
  }

  private Lab.Answer get(String path, String token) throws Exception {
    return lab.send(
        HttpRequest.newBuilder(URI.create(lab.emulator.addresses().graphEndpoint() + path))
            .header("Authorization", "Bearer " + token));
  }
}
