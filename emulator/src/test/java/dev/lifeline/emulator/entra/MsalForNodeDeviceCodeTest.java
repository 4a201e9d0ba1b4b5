package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.peers.Peers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Device codes as Microsoft's own library for JavaScript sees them. */
class MsalForNodeDeviceCodeTest {

  private static final String SIGN_IN =
      """
      const { PublicClientApplication } = require('@azure/msal-node');
      const { AUTHORITY, ADMIN, GRAPH, ORDER, OLD_, NEW_ } = process.env;
      const post = (url, body, headers) => fetch(url, { method: 'POST', body, headers });
      (async () => {
        const application = new PublicClientApplication({
          auth: { clientId: '14d82eec-204b-4c2f-b7e8-296a70dab67e', authority: AUTHORITY,
            knownAuthorities: [new URL(AUTHORITY).host] } });
        const scopes = ['https://graph.microsoft.com/User-PasswordProfile.ReadWrite.All'];
        try {
          let told;
          const first = await application.acquireTokenByDeviceCode({ scopes,
            deviceCodeCallback: response => {
              told = response;
              // only after the library has heard that the code still waits
              setTimeout(() => post(ADMIN + '/device-codes/' + response.userCode, ORDER), 200);
            } });
          const account = first.account;
          const again = await application.acquireTokenSilent({ scopes, account });
          const renewed = await application.acquireTokenSilent({
            scopes, account, forceRefresh: true });
          if (NEW_) {
            await post(GRAPH + '/v1.0/me/changePassword',
              JSON.stringify({ currentPassword: OLD_, newPassword: NEW_ }),
              { authorization: 'Bearer ' + renewed.accessToken,
                'content-type': 'application/json' });
            await application.acquireTokenSilent({ scopes, account, forceRefresh: true });
          }
          console.log(JSON.stringify({ username: account.username, uri: told.verificationUri,
            token: first.accessToken, cached: again.fromCache, renewed: renewed.accessToken }));
        } catch (e) {
          console.log(JSON.stringify({ kind: e.constructor.name, errorCode: e.errorCode,
            subError: e.subError, message: e.message }));
        }
      })();
      """;

  private final Lab lab;

  MsalForNodeDeviceCodeTest() throws Exception {
    lab = new Lab();
    lab.order("/settings", Map.of("deviceCodeIntervalSeconds", 0));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void msal_for_node_signs_in_with_a_device_code_and_renews() throws Exception {
    Map<String, Object> result = signIn(approval(), "");

    assertThat(result)
        .containsEntry("username", "admin@contoso.example")
        .containsEntry("uri", page())
        .containsEntry("cached", true)
        .containsKey("renewed")
        .doesNotContainEntry("renewed", result.get("token"));
  }

  @Test
  void msal_for_node_understands_that_the_person_declined() throws Exception {
    Map<String, Object> result = signIn(Map.of("decline", true), "");

    assertThat((String) result.get("message")).contains("authorization_declined");
  }

  @Test
  void msal_for_node_asks_for_a_new_sign_in_once_the_password_has_changed() throws Exception {
    Map<String, Object> result = signIn(approval(), "quite another passw0rd!");

    assertThat(result)
        .containsEntry("kind", "InteractionRequiredAuthError")
        .containsEntry("errorCode", "invalid_grant")
        .containsEntry("subError", "bad_token");
    assertThat((String) result.get("message")).contains("AADSTS50173");
  }

  private static Map<String, Object> approval() {
    return Map.of("username", "admin@contoso.example");
  }

  private String page() {
    return lab.emulator.addresses().authenticationEndpoint().resolve("/devicelogin").toString();
  }

  private Map<String, Object> signIn(Map<String, Object> order, String newPassword)
      throws Exception {
    Addresses addresses = lab.emulator.addresses();
    Map<String, String> environment = new HashMap<>();
    environment.put("NODE_EXTRA_CA_CERTS", addresses.caCertificate().toString());
    environment.put("AUTHORITY", addresses.authenticationEndpoint().toString());
    environment.put("ADMIN", addresses.adminEndpoint().toString());
    environment.put("GRAPH", addresses.graphEndpoint().toString());
    environment.put("ORDER", Json.write(order));
    environment.put("OLD_", addresses.password().text());
    environment.put("NEW_", newPassword);
    return Json.parseObject(Peers.node(SIGN_IN, environment).outputOfSuccess());
  }
}
