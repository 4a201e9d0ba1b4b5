package dev.lifeline.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdministrationTest {
  @ParameterizedTest
  @EnumSource(Cloud.class)
  void each_cloud_has_its_graph_and_the_client_that_everybody_knows(Cloud cloud) {
    AdministrationSettings settings =
        AdministrationSettings.of(cloud.authenticationEndpoint(), null, null);

    assertThat(settings.graph()).isEqualTo(cloud.graphEndpoint());
    assertThat(settings.bootstrap())
        .isEqualTo(new ClientId("14d82eec-204b-4c2f-b7e8-296a70dab67e"));
  }

  @Test
  void on_loopback_graph_has_to_be_named() {
    Problem problem = Problems.of(() -> settings("https://localhost:1/organizations", null));

    assertThat(problem.code()).isEqualTo(ProblemCode.USAGE_WRONG);
    assertThat(problem.fixes()).first().asString().contains("--graph-endpoint");
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com/organizations, https://graph.microsoft.us",
    "https://login.microsoftonline.us/organizations, https://graph.microsoft.com",
    "https://login.microsoftonline.com/organizations, https://localhost:1",
    "https://localhost:1/organizations, https://graph.microsoft.com",
  })
  void endpoints_of_two_clouds_do_not_mix(String authority, String graph) {
    assertThat(Problems.of(() -> settings(authority, graph)).code())
        .isEqualTo(ProblemCode.CLOUD_MISMATCH);
  }

  @Test
  void both_graphs_of_the_us_government_belong_to_it() {
    AdministrationSettings settings =
        settings(
            "https://login.microsoftonline.us/organizations", "https://dod-graph.microsoft.us");

    assertThat(settings.graph()).hasToString("https://dod-graph.microsoft.us");
  }

  @Test
  void an_authority_that_is_not_entra_has_no_registrations() {
    Problem problem =
        Problems.of(() -> settings("https://localhost:1/realm/token", "https://localhost:2"));

    assertThat(problem.code()).isEqualTo(ProblemCode.USAGE_WRONG);
  }

  @Test
  void a_declined_code_says_how_to_do_without_it() throws Exception {
    try (Lab lab = new Lab();
        Administration administration = new TenantDesk(lab, "adatum.example").administration()) {
      Problem problem =
          Problems.of(
              () ->
                  administration.registration(
                      code -> lab.emulator.world().deviceCodes().decline(code.userCode())));

      assertThat(problem.code()).isEqualTo(ProblemCode.DEVICE_CODE_DECLINED);
      assertThat(problem.fixes())
          .anySatisfy(fix -> assertThat(fix).contains("--bootstrap-client-id"))
          .anySatisfy(fix -> assertThat(fix).contains("lifeline app guide"));
    }
  }

  private static AdministrationSettings settings(String authority, @Nullable String graph) {
    return AdministrationSettings.of(
        AuthenticationEndpoint.of(authority), graph == null ? null : GraphEndpoint.of(graph), null);
  }
}
