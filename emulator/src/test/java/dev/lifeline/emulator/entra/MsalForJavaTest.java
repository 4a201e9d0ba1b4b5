package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.UserNamePasswordParameters;
import dev.lifeline.emulator.Lab;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The emulator as Microsoft's own library for Java sees it. */
class MsalForJavaTest {

  private final Lab lab;

  MsalForJavaTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void msal_for_java_signs_in_with_user_name_and_password() throws Exception {
    IAuthenticationResult result = signIn(application(), "deploy");

    assertThat(result.account().username()).isEqualTo("deploy@contoso.example");
    assertThat(result.scopes()).contains(lab.lcsScope());
    int status =
        lab.send(lab.lcs("/environmentinfo/v1/detail/project/1234567/", result.accessToken()))
            .status();
    assertThat(status).isEqualTo(200);
  }

  @Test
  void msal_for_java_renews_in_silence() throws Exception {
    PublicClientApplication application = application();
    IAuthenticationResult first = signIn(application, "deploy");

    IAuthenticationResult renewed =
        application
            .acquireTokenSilently(
                SilentParameters.builder(Set.of(lab.lcsScope()), first.account())
                    .authorityUrl(lab.emulator.addresses().authenticationEndpoint() + "/")
                    .forceRefresh(true)
                    .build())
            .get();

    assertThat(renewed.accessToken()).isNotEqualTo(first.accessToken());
  }

  @Test
  void msal_for_java_understands_a_refusal() {
    assertThatThrownBy(() -> signIn(application(), "mfa"))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(MsalInteractionRequiredException.class)
        .hasMessageStartingWith("AADSTS50076");
  }

  @Test
  void msal_for_java_signs_in_with_a_device_code() throws Exception {
    Set<String> scopes = Set.of("https://graph.microsoft.com/Application.ReadWrite.All");
    Consumer<DeviceCode> person =
        code ->
            lab.emulator
                .world()
                .deviceCodes()
                .approve(
                    code.userCode(),
                    lab.emulator
                        .world()
                        .directory()
                        .account("admin@contoso.example")
                        .orElseThrow());
    lab.order("/settings", Map.of("deviceCodeIntervalSeconds", 1));

    IAuthenticationResult result =
        application(Device.GRAPH_TOOLS)
            .acquireToken(DeviceCodeFlowParameters.builder(scopes, person).build())
            .get();

    assertThat(result.account().username()).isEqualTo("admin@contoso.example");
    assertThat(result.accessToken()).isNotEmpty();
  }

  private PublicClientApplication application() throws Exception {
    return application(lab.emulator.addresses().clientId().toString());
  }

  private PublicClientApplication application(String clientId) throws Exception {
    return PublicClientApplication.builder(clientId)
        .authority(lab.emulator.addresses().authenticationEndpoint().toString())
        .instanceDiscovery(false)
        .sslSocketFactory(lab.trust().getSocketFactory())
        .build();
  }

  /** The library announces the end of this grant; the users of Lifeline have no other. */
  @SuppressWarnings("deprecation")
  private IAuthenticationResult signIn(PublicClientApplication application, String account)
      throws Exception {
    char[] password = lab.emulator.addresses().password().text().toCharArray();
    return application
        .acquireToken(
            UserNamePasswordParameters.builder(
                    Set.of(lab.lcsScope()), lab.username(account), password)
                .build())
        .get();
  }
}
