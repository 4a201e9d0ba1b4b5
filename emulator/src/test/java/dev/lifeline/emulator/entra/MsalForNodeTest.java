package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.peers.Peers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The emulator as Microsoft's own library for JavaScript sees it. */
class MsalForNodeTest {

  private static final String SIGN_IN =
      """
      const { PublicClientApplication } = require('@azure/msal-node');
      const { AUTHORITY, CLIENT_ID, USERNAME_, PASSWORD_, SCOPE } = process.env;
      (async () => {
        const application = new PublicClientApplication({
          auth: { clientId: CLIENT_ID, authority: AUTHORITY,
            knownAuthorities: [new URL(AUTHORITY).host] } });
        const request = { scopes: [SCOPE], username: USERNAME_, password: PASSWORD_ };
        try {
          const first = await application.acquireTokenByUsernamePassword(request);
          const again = await application.acquireTokenSilent({
            scopes: [SCOPE], account: first.account });
          const renewed = await application.acquireTokenSilent({
            scopes: [SCOPE], account: first.account, forceRefresh: true });
          console.log(JSON.stringify({ username: first.account.username, scopes: first.scopes,
            token: first.accessToken, cached: again.fromCache, renewed: renewed.accessToken }));
        } catch (e) {
          console.log(JSON.stringify({ kind: e.constructor.name, errorCode: e.errorCode,
            errorNo: e.errorNo, subError: e.subError, message: e.errorMessage }));
        }
      })();
      """;

  private final Lab lab;

  MsalForNodeTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void msal_for_node_signs_in_and_renews() throws Exception {
    Map<String, Object> result = signIn("deploy", lab.emulator.addresses().password().text());

    assertThat(result)
        .containsEntry("username", "deploy@contoso.example")
        .containsEntry("cached", true)
        .containsEntry("scopes", List.of("openid", "profile", lab.lcsScope()))
        .doesNotContainEntry("renewed", result.get("token"));
    String token = (String) result.get("token");
    int status = lab.send(lab.lcs("/environmentinfo/v1/detail/project/1234567/", token)).status();
    assertThat(status).isEqualTo(200);
  }

  @Test
  void msal_for_node_understands_a_wrong_password() throws Exception {
    Map<String, Object> result = signIn("deploy", "wrong");

    assertThat(result)
        .containsEntry("kind", "ServerError")
        .containsEntry("errorCode", "invalid_grant")
        .hasEntrySatisfying("errorNo", it -> assertThat(it).asString().isEqualTo("50126"));
  }

  @Test
  void msal_for_node_understands_that_interaction_is_required() throws Exception {
    Map<String, Object> result = signIn("mfa", lab.emulator.addresses().password().text());

    assertThat(result)
        .containsEntry("kind", "InteractionRequiredAuthError")
        .containsEntry("subError", "basic_action");
  }

  @Test
  void msal_for_node_understands_a_policy_that_blocks() throws Exception {
    Map<String, Object> result = signIn("aadsts53003", lab.emulator.addresses().password().text());

    assertThat(result)
        .containsEntry("errorCode", "invalid_grant")
        .hasEntrySatisfying("message", it -> assertThat(it).asString().contains("AADSTS53003"));
  }

  private Map<String, Object> signIn(String account, String password) throws Exception {
    Addresses addresses = lab.emulator.addresses();
    Map<String, String> environment =
        Map.of(
            "NODE_EXTRA_CA_CERTS", addresses.caCertificate().toString(),
            "AUTHORITY", addresses.authenticationEndpoint().toString(),
            "CLIENT_ID", addresses.clientId().toString(),
            "USERNAME_", lab.username(account),
            "PASSWORD_", password,
            "SCOPE", lab.lcsScope());
    return Json.parseObject(Peers.node(SIGN_IN, environment).outputOfSuccess());
  }
}
