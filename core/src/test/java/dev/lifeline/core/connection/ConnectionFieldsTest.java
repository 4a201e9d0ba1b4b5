package dev.lifeline.core.connection;

import static dev.lifeline.core.connection.ConnectionField.API_ENDPOINT;
import static dev.lifeline.core.connection.ConnectionField.AUTHENTICATION_ENDPOINT;
import static dev.lifeline.core.connection.ConnectionField.CLIENT_ID;
import static dev.lifeline.core.connection.ConnectionField.DEFAULT_PROJECT;
import static dev.lifeline.core.connection.ConnectionField.DESCRIPTION;
import static dev.lifeline.core.connection.ConnectionField.NAME;
import static dev.lifeline.core.connection.ConnectionField.PASSWORD;
import static dev.lifeline.core.connection.ConnectionField.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFieldsTest {
  private final ConnectionFields complete =
      ConnectionFields.empty()
          .with(AUTHENTICATION_ENDPOINT, Samples.AUTHORITY + "/")
          .with(API_ENDPOINT, " " + Samples.UNITED_STATES + "/ ")
          .with(USERNAME, " deploy@contoso.com")
          .with(CLIENT_ID, " " + Samples.CLIENT_ID.toUpperCase(Locale.ROOT))
          .with(NAME, "contoso ")
          .with(DESCRIPTION, "For the nightly release")
          .with(DEFAULT_PROJECT, "1234567");

  @Test
  void fields_as_people_type_them_make_a_connection() {
    assertThat(complete.toConnection()).isEqualTo(Samples.connection("contoso"));
  }

  @Test
  void the_fields_of_a_connection_make_the_same_connection_again() {
    ServiceConnection connection = Samples.connection("contoso");

    assertThat(ConnectionFields.of(connection).toConnection()).isEqualTo(connection);
  }

  @Test
  void a_field_left_blank_is_left_out() {
    ServiceConnection connection =
        complete.with(DESCRIPTION, " ").with(DEFAULT_PROJECT, null).toConnection();

    assertThat(connection.description()).isNull();
    assertThat(connection.defaultProject()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATION_ENDPOINT, Authentication Endpoint, https://login.microsoftonline.com/common",
    "AUTHENTICATION_ENDPOINT, Authentication Endpoint, http://login.microsoftonline.com/contoso",
    "AUTHENTICATION_ENDPOINT, Authentication Endpoint, 'not an address'",
    "API_ENDPOINT, Dynamics Lifecycle Services API Endpoint, http://lcsapi.lcs.dynamics.com",
    "API_ENDPOINT, Dynamics Lifecycle Services API Endpoint, ",
    "USERNAME, Username, deploy",
    "USERNAME, Username, ",
    "CLIENT_ID, Application (Client) ID, 1234",
    "CLIENT_ID, Application (Client) ID, ",
    "NAME, Service connection name, a/b",
    "NAME, Service connection name, ",
    "DEFAULT_PROJECT, Default project, -7",
    "DEFAULT_PROJECT, Default project, 99999999999999999999",
  })
  void a_wrong_field_is_named_as_the_setup_guide_names_it(
      ConnectionField field, String title, String text) {
    Problem problem = Samples.problem(complete.with(field, text)::toConnection);

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message()).startsWith("the field '" + title + "' is wrong: ");
    assertThat(problem.fixes()).hasSize(1).first().asString().startsWith("'" + title + "': give ");
  }

  @Test
  void several_wrong_fields_are_reported_together_in_the_order_of_the_dialog() {
    Problem problem =
        Samples.problem(
            complete.with(NAME, "../x").with(CLIENT_ID, "12").with(USERNAME, "deploy")
                ::toConnection);

    assertThat(problem.message())
        .isEqualTo(
            "the fields 'Username', 'Application (Client) ID', 'Service connection name'"
                + " of the service connection are wrong");
    assertThat(problem.why()).contains("'deploy' has no @", "'12' is not", "'../x' holds");
    assertThat(problem.fixes()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "https://lcsapi.lcs.dynamics.com,               https://login.microsoftonline.com/organizations",
    "https://lcsapi.eu.lcs.dynamics.com,            https://login.microsoftonline.com/organizations",
    "https://lcsapi.gov.lcs.microsoftdynamics.us,   https://login.microsoftonline.com/organizations",
    "https://lcsapi.high.lcs.microsoftdynamics.us,  https://login.microsoftonline.us/organizations",
    "https://lcsapi.lcs.dynamics.cn,       https://login.partner.microsoftonline.cn/organizations",
    "https://lcs.example.org,                       https://login.microsoftonline.com/organizations",
  })
  void a_missing_authentication_endpoint_is_the_usual_one_of_the_geography(
      String api, String authority) {
    ServiceConnection connection =
        complete.with(AUTHENTICATION_ENDPOINT, null).with(API_ENDPOINT, api).toConnection();

    assertThat(connection.authenticationEndpoint()).hasToString(authority);
  }

  @Test
  void an_api_endpoint_on_loopback_has_no_usual_authentication_endpoint() {
    Problem problem =
        Samples.problem(
            complete.with(AUTHENTICATION_ENDPOINT, null).with(API_ENDPOINT, "https://localhost:1")
                ::toConnection);

    assertThat(problem.message()).startsWith("the field 'Authentication Endpoint' is wrong");
  }

  @Test
  void the_password_is_no_text_among_texts() {
    assertThatThrownBy(() -> complete.with(PASSWORD, "canary"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
  }
}
