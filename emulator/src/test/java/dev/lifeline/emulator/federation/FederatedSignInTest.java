package dev.lifeline.emulator.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.UserNamePasswordParameters;
import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.scenario.Received;
import dev.lifeline.emulator.token.SamlAssertions;
import dev.lifeline.emulator.token.SamlAssertions.Subject;
import dev.lifeline.emulator.token.TokenKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A federated account from its password to its token, as MSAL for Java goes there. */
class FederatedSignInTest {

  private static final String SAML_GRANT = "urn:ietf:params:oauth:grant-type:saml1_1-bearer";
  private static final String FEDERATED = "federated@contoso.example";

  private final Lab lab;

  FederatedSignInTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void msal_for_java_signs_a_federated_account_in() throws Exception {
    IAuthenticationResult result = signIn(application(), password());

    assertThat(result.account().username()).isEqualTo(FEDERATED);
    assertThat(
            lab.send(lab.lcs("/environmentinfo/v1/detail/project/1234567/", result.accessToken()))
                .status())
        .isEqualTo(200);
  }

  @Test
  void msal_for_java_signs_in_again_though_it_knows_fewer_policies_then() throws Exception {
    signIn(application(), password());
    signIn(application(), password());

    assertThat(paths()).contains("/adfs/services/trust/2005/usernamemixed");
  }

  @Test
  void a_wrong_password_is_refused_by_ad_fs_and_nothing_reaches_entra_id() throws Exception {
    PublicClientApplication application = application();

    assertThatThrownBy(() -> signIn(application, "wrong"))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(MsalServiceException.class)
        .hasMessageContaining("FailedAuthentication")
        .hasMessageContaining("ID3242")
        .hasMessageNotContaining("wrong");
    assertThat(paths())
        .anyMatch(it -> it.endsWith("/usernamemixed"))
        .noneMatch(it -> it.endsWith("/token"));
    assertThat(wrongPasswords()).isEqualTo(1);
  }

  @Test
  void entra_id_itself_finds_the_password_of_a_federated_account_wrong() throws Exception {
    assertThat(lab.signIn(Map.of("username", FEDERATED)).json())
        .containsEntry("error_codes", List.of(50126));
    assertThat(wrongPasswords()).isZero();
  }

  @Test
  void the_realm_of_a_federated_account_leads_to_ad_fs() throws Exception {
    Lab.Answer realm =
        lab.send(
            java.net.http.HttpRequest.newBuilder(
                lab.emulator
                    .addresses()
                    .authenticationEndpoint()
                    .resolve("/common/userrealm/" + FEDERATED + "?api-version=1.0")));

    assertThat(realm.json()).containsEntry("account_type", "Federated");
    assertThat(realm.text("federation_metadata_url"))
        .endsWith(FederationService.METADATA_PATH)
        .startsWith("https://localhost:");
  }

  @Test
  void an_assertion_brings_a_token_without_any_password() throws Exception {
    Lab.Answer answer = exchange(encoded(assertion(FEDERATED)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsEntry("scope", lab.lcsScope());
  }

  @ParameterizedTest
  @ValueSource(strings = {"***", "PGE+PC9hPg==", "PGEvPg=="})
  void what_is_no_assertion_is_refused(String assertion) throws Exception {
    assertThat(exchange(assertion).json())
        .containsEntry("error", "invalid_grant")
        .containsEntry("error_codes", List.of(50008));
  }

  @Test
  void an_old_assertion_is_refused() throws Exception {
    String assertion = encoded(assertion(FEDERATED));
    lab.clock.turn(Duration.ofHours(2));

    assertThat(exchange(assertion).json()).containsEntry("error_codes", List.of(50008));
  }

  @Test
  void ad_fs_does_not_speak_for_accounts_that_entra_id_manages() throws Exception {
    assertThat(exchange(encoded(assertion("deploy@contoso.example"))).json())
        .containsEntry("error_codes", List.of(50034));
  }

  private Lab.Answer exchange(String assertion) throws Exception {
    return lab.signIn(
        Map.of("grant_type", SAML_GRANT, "assertion", assertion, "username", "", "password", ""));
  }

  private String assertion(String username) {
    TokenKey key = new TokenKey(lab.emulator.world().state().signingKey());
    return new SamlAssertions(lab.emulator.world(), key, UUID::randomUUID)
        .issue(new Subject("http://adfs.contoso.example/adfs/services/trust", username, "AQ=="));
  }

  private static String encoded(String assertion) {
    return Base64.getUrlEncoder().encodeToString(assertion.getBytes(StandardCharsets.UTF_8));
  }

  /** Without its own retry, which would count a wrong password twice. */
  private PublicClientApplication application() throws Exception {
    return PublicClientApplication.builder(lab.emulator.addresses().clientId().toString())
        .authority(lab.emulator.addresses().authenticationEndpoint().toString())
        .instanceDiscovery(false)
        .disableInternalRetries()
        .sslSocketFactory(lab.trust().getSocketFactory())
        .build();
  }

  /** The library announces the end of this grant; the users of Lifeline have no other. */
  @SuppressWarnings("deprecation")
  private IAuthenticationResult signIn(PublicClientApplication application, String password)
      throws Exception {
    return application
        .acquireToken(
            UserNamePasswordParameters.builder(
                    Set.of(lab.lcsScope()), FEDERATED, password.toCharArray())
                .build())
        .get();
  }

  private List<String> paths() {
    return lab.emulator.received().list().stream().map(Received::path).toList();
  }

  private int wrongPasswords() {
    return lab.emulator.world().directory().account(FEDERATED).orElseThrow().wrongPasswords();
  }

  private String password() {
    return lab.emulator.addresses().password().text();
  }
}
