package dev.lifeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "https://lcsapi.lcs.dynamics.com, https://lcsapi.lcs.dynamics.com",
    "https://lcsapi.lcs.dynamics.com/, https://lcsapi.lcs.dynamics.com",
    "HTTPS://LcsApi.LCS.dynamics.com//, https://lcsapi.lcs.dynamics.com",
    "' https://lcsapi.lcs.dynamics.com ', https://lcsapi.lcs.dynamics.com",
    "https://localhost:8443, https://localhost:8443",
    "http://127.0.0.1:8080/, http://127.0.0.1:8080"
  })
  void an_api_endpoint_is_kept_without_a_slash_at_its_end(String written, String kept) {
    assertThat(ApiEndpoint.of(written)).hasToString(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lcsapi.lcs.dynamics.com",
        "ftp://lcsapi.lcs.dynamics.com",
        "http://lcsapi.lcs.dynamics.com",
        "http://127.0.0.1.example.com",
        "https://",
        "https://lcsapi.lcs.dynamics.com/v2",
        "https://lcsapi.lcs.dynamics.com?x=1",
        "https://lcsapi.lcs.dynamics.com#x",
        "https://a b"
      })
  void what_is_no_https_host_is_no_api_endpoint(String written) {
    assertThatThrownBy(() -> ApiEndpoint.of(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LCS API endpoint");
  }

  @Test
  void a_password_in_an_address_is_refused_and_not_repeated() {
    assertThatThrownBy(() -> ApiEndpoint.of("https://me:canary@lcsapi.lcs.dynamics.com"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com/organizations, organizations",
    "https://login.microsoftonline.com/contoso.onmicrosoft.com/, contoso.onmicrosoft.com",
    "https://localhost:4711/organizations, organizations"
  })
  void an_authentication_endpoint_ends_in_its_tenant(String written, String tenant) {
    assertThat(AuthenticationEndpoint.of(written).tenant()).isEqualTo(tenant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com",
        "https://login.microsoftonline.com/",
        "https://login.microsoftonline.com/organizations/v2.0",
        "https://login.microsoftonline.com/common",
        "https://login.microsoftonline.com/Consumers",
        "http://login.microsoftonline.com/organizations",
        "https://login.microsoftonline.com/organizations?prompt=none"
      })
  void what_entra_id_would_refuse_is_no_authentication_endpoint(String written) {
    assertThatThrownBy(() -> AuthenticationEndpoint.of(written))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "LOCALHOST, true",
    "127.0.0.1, true",
    "[::1], true",
    "localhost.example.com, false",
    "127.0.0.1.nip.io, false",
    "0.0.0.0, false"
  })
  void only_this_machine_is_loopback(String host, boolean loopback) {
    assertThat(new HostName(host).isLoopback()).isEqualTo(loopback);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http://proxy.contoso.example:3128, proxy.contoso.example, 3128, -",
        "proxy.contoso.example:3128, proxy.contoso.example, 3128, -",
        "http://proxy.contoso.example, proxy.contoso.example, 8080, -",
        "http://me:p%40ss@proxy.contoso.example:3128, proxy.contoso.example, 3128, me",
        "http://me@proxy.contoso.example:3128, proxy.contoso.example, 3128, me"
      })
  void a_proxy_is_read_as_people_write_it(String written, String host, int port, String user) {
    Proxy proxy = Proxy.of(written);

    assertThat(proxy.host()).isEqualTo(host);
    assertThat(proxy.port()).isEqualTo(port);
    assertThat(proxy.username()).isEqualTo(user);
  }

  @Test
  void a_proxys_password_is_percent_decoded_and_never_printed() {
    Proxy proxy = Proxy.of("http://me:can%40ry@proxy.contoso.example:3128");

    assertThat(proxy.password()).isEqualTo(Secret.of("can@ry"));
    assertThat(proxy.toString()).doesNotContain("can@ry", "can%40ry");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://me:canary@proxy", "socks5://me:canary@proxy", "http://me:canary @"})
  void what_is_no_http_proxy_is_refused_without_its_password(String written) {
    assertThatThrownBy(() -> Proxy.of(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
  }
}
