package dev.lifeline.core.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.core.Problems;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final String GLOBAL = "https://login.microsoftonline.com/organizations";

  @Test
  void without_names_the_other_endpoints_of_the_public_cloud_are_asked() {
    assertThat(Places.PUBLIC.around(connection(GLOBAL, "https://lcsapi.eu.lcs.dynamics.com")))
        .extracting(ApiEndpoint::toString)
        .containsExactly(
            "https://lcsapi.lcs.dynamics.com",
            "https://lcsapi.fr.lcs.dynamics.com",
            "https://lcsapi.no.lcs.dynamics.com",
            "https://lcsapi.sa.lcs.dynamics.com",
            "https://lcsapi.ch.lcs.dynamics.com",
            "https://lcsapi.uae.lcs.dynamics.com");
  }

  @ParameterizedTest
  @CsvSource({
    "https://localhost:8443/organizations, https://localhost:8444",
    "https://login.microsoftonline.us/organizations, https://lcsapi.high.lcs.microsoftdynamics.us",
    "https://login.partner.microsoftonline.cn/organizations, https://lcsapi.lcs.dynamics.cn",
    "https://id.contoso.example/realms/a/token, https://lcsapi.lcs.dynamics.com"
  })
  void without_names_nothing_of_another_cloud_is_asked(String authority, String api) {
    assertThat(Places.PUBLIC.around(connection(authority, api))).isEmpty();
  }

  @Test
  void names_are_ids_and_addresses_with_commas_between_them() {
    Places places = Places.of("EU, gcc,https://lcsapi.us.example/ ,eu");

    assertThat(places.around(connection(GLOBAL, "https://lcsapi.lcs.dynamics.com")))
        .extracting(ApiEndpoint::toString)
        .containsExactly(
            "https://lcsapi.eu.lcs.dynamics.com",
            "https://lcsapi.gov.lcs.microsoftdynamics.us",
            "https://lcsapi.us.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mars", "", "eu,", ",", "eu;fr", "http://lcsapi.eu.lcs.dynamics.com"})
  void what_is_neither_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Places.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com/organizations, https://lcsapi.lcs.dynamics.com, cn",
    "https://login.microsoftonline.com/organizations, https://lcsapi.lcs.dynamics.com, gcc-high",
    "https://login.microsoftonline.com/organizations, https://lcsapi.lcs.dynamics.com, https://localhost:1",
    "https://localhost:8443/organizations, https://localhost:8444, eu",
    "https://localhost:8443/organizations, https://localhost:8444, https://lcsapi.example"
  })
  void a_place_of_another_cloud_is_refused(String authority, String api, String named) {
    assertThat(Problems.of(() -> Places.of(named).around(connection(authority, api))).code())
        .isEqualTo(ProblemCode.CLOUD_MISMATCH);
  }

  private static ServiceConnection connection(String authority, String api) {
    return new ServiceConnection(
        "contoso",
        AuthenticationEndpoint.of(authority),
        ApiEndpoint.of(api),
        "deploy@contoso.com",
        new ClientId("11111111-2222-3333-4444-555555555555"),
        null,
        null);
  }
}
