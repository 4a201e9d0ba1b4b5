package dev.lifeline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.problem.SetupStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SetupGuideTest {
  private static final String CLIENT_ID = "0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9";

  @Test
  void it_has_every_step_in_order() {
    assertThat(SetupGuide.general().sections())
        .extracting(SetupGuide.Section::step)
        .containsExactly(SetupStep.values());
  }

  @Test
  void it_holds_the_values_of_a_connection() {
    String text = SetupGuide.of(connection(Geography.EUROPE)).text();

    assertThat(text)
        .contains("deploy@contoso.com")
        .contains(CLIENT_ID)
        .contains("https://eu.lcs.dynamics.com")
        .contains("https://lcsapi.eu.lcs.dynamics.com")
        .contains("lifeline connection verify \"main line\"")
        .doesNotContain("CLIENT-ID");
  }

  @ParameterizedTest
  @CsvSource({
    "EUROPE, portal.azure.com",
    "US_GOVERNMENT_HIGH, portal.azure.us",
    "CHINA, portal.azure.cn",
  })
  void it_names_the_portal_of_the_cloud(Geography geography, String portal) {
    assertThat(SetupGuide.of(connection(geography)).text()).contains("https://" + portal);
  }

  @ParameterizedTest
  @EnumSource(Geography.class)
  void without_a_connection_it_names_every_geography(Geography geography) {
    String oneLine = SetupGuide.general().text().replaceAll("\\s+", " ");

    assertThat(oneLine)
        .contains(geography.portal().toString())
        .contains(geography.apiEndpoint().toString());
  }

  @Test
  void an_endpoint_outside_the_table_has_no_portal_of_its_own() {
    ServiceConnection connection =
        new ServiceConnection(
            "local",
            AuthenticationEndpoint.of("https://localhost:1/organizations"),
            ApiEndpoint.of("https://localhost:2"),
            "deploy@contoso.example",
            new ClientId(CLIENT_ID),
            null,
            null);

    assertThat(SetupGuide.of(connection).text())
        .contains("the LCS portal of the project")
        .contains("https://localhost:2");
  }

  @Test
  void its_commands_can_be_pasted_whole() {
    assertThat(SetupGuide.of(connection(Geography.CHINA)).text().lines())
        .contains(
            "     lifeline app check "
                + CLIENT_ID
                + " --username deploy@contoso.com --authentication-endpoint "
                + Cloud.CHINA.authenticationEndpoint(),
            "     lifeline connection create \"main line\" --username deploy@contoso.com --client-id "
                + CLIENT_ID
                + " --geography cn");
  }

  @Test
  void its_lines_fit_a_terminal_where_they_are_no_commands() {
    assertThat(SetupGuide.general().text().lines().filter(line -> !line.contains("  lifeline ")))
        .allSatisfy(line -> assertThat(line.length()).isLessThan(80))
        .allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
  }

  private static ServiceConnection connection(Geography geography) {
    return new ServiceConnection(
        "main line",
        geography.cloud().authenticationEndpoint(),
        geography.apiEndpoint(),
        "deploy@contoso.com",
        new ClientId(CLIENT_ID),
        null,
        null);
  }
}
