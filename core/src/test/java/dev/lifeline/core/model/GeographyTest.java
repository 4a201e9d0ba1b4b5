package dev.lifeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the LCS API's endpoints and of Entra ID's national clouds. */
class GeographyTest {

  @ParameterizedTest
  @CsvSource({
    "United States, us, https://lcs.dynamics.com, https://lcsapi.lcs.dynamics.com, GLOBAL",
    "Europe, eu, https://eu.lcs.dynamics.com, https://lcsapi.eu.lcs.dynamics.com, GLOBAL",
    "France, fr, https://fr.lcs.dynamics.com, https://lcsapi.fr.lcs.dynamics.com, GLOBAL",
    "Norway, no, https://no.lcs.dynamics.com, https://lcsapi.no.lcs.dynamics.com, GLOBAL",
    "South Africa, sa, https://sa.lcs.dynamics.com, https://lcsapi.sa.lcs.dynamics.com, GLOBAL",
    "Switzerland, ch, https://ch.lcs.dynamics.com, https://lcsapi.ch.lcs.dynamics.com, GLOBAL",
    "United Arab Emirates, uae, https://uae.lcs.dynamics.com, https://lcsapi.uae.lcs.dynamics.com, GLOBAL",
    "US Government Community Cloud, gcc, https://gov.lcs.microsoftdynamics.us, https://lcsapi.gov.lcs.microsoftdynamics.us, GLOBAL",
    "US Government Community Cloud High, gcc-high, https://high.lcs.microsoftdynamics.us, https://lcsapi.high.lcs.microsoftdynamics.us, US_GOVERNMENT",
    "China (21Vianet), cn, https://lcs.dynamics.cn, https://lcsapi.lcs.dynamics.cn, CHINA"
  })
  void a_geography_is_a_row_of_the_table(
      String title, String id, String portal, String api, Cloud cloud) {
    Geography geography = Geography.withId(id).orElseThrow();

    assertThat(geography.title()).isEqualTo(title);
    assertThat(geography.portal()).hasToString(portal);
    assertThat(geography.apiEndpoint()).hasToString(api);
    assertThat(geography.cloud()).isEqualTo(cloud);
    assertThat(Geography.withApiEndpoint(ApiEndpoint.of(api))).contains(geography);
  }

  @Test
  void there_are_ten_geographies_in_the_order_of_the_table() {
    assertThat(Arrays.stream(Geography.values()).map(Geography::id))
        .containsExactly("us", "eu", "fr", "no", "sa", "ch", "uae", "gcc", "gcc-high", "cn");
  }

  @Test
  void tenants_of_the_government_community_cloud_may_be_in_two_clouds() {
    assertThat(Geography.US_GOVERNMENT.possibleClouds())
        .containsExactlyInAnyOrder(Cloud.GLOBAL, Cloud.US_GOVERNMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "global, https://login.microsoftonline.com/organizations",
    "us-government, https://login.microsoftonline.us/organizations",
    "china, https://login.partner.microsoftonline.cn/organizations"
  })
  void a_cloud_has_one_sign_in_for_all_tenants(String id, String endpoint) {
    assertThat(Cloud.withId(id).orElseThrow().authenticationEndpoint()).hasToString(endpoint);
  }

  @ParameterizedTest
  @CsvSource({
    "login.microsoftonline.com, GLOBAL",
    "LOGIN.microsoftonline.com, GLOBAL",
    "login.windows.net, GLOBAL",
    "login.microsoft.com, GLOBAL",
    "sts.windows.net, GLOBAL",
    "login.microsoftonline.us, US_GOVERNMENT",
    "login.usgovcloudapi.net, US_GOVERNMENT",
    "login.partner.microsoftonline.cn, CHINA",
    "login.chinacloudapi.cn, CHINA"
  })
  void an_authority_host_tells_its_cloud(String host, Cloud cloud) {
    assertThat(AuthenticationEndpoint.of("https://" + host + "/organizations").cloud())
        .contains(cloud);
  }

  @Test
  void a_host_that_is_not_microsofts_tells_no_cloud() {
    assertThat(Cloud.ofAuthorityHost("login.microsoftonline.com.example")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://lcsapi.xx.lcs.dynamics.com, GLOBAL",
    "https://lcsapi.lcs.dynamics.cn, CHINA",
    "https://lcsapi.high.lcs.microsoftdynamics.us, US_GOVERNMENT"
  })
  void an_api_endpoint_tells_the_clouds_it_can_belong_to(String endpoint, Cloud cloud) {
    assertThat(ApiEndpoint.of(endpoint).possibleClouds()).containsExactly(cloud);
  }

  @Test
  void an_emulators_api_endpoint_tells_no_cloud() {
    assertThat(ApiEndpoint.of("https://localhost:8443").possibleClouds()).isEmpty();
  }
}
