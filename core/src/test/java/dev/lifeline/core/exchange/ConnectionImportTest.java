package dev.lifeline.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionImportTest {
  private static final String CLIENT_ID = "9b4f4503-b970-4ade-abc6-2c086e4c4929";

  /** An answer of Azure DevOps (Service endpoints REST API: create, worked example). */
  private static final String ENDPOINT =
      """
      { "data": { "apiurl": "https://lcsapi.lcs.dynamics.com" },
        "id": "5e47a0d8-c745-44f8-8f93-784f18ff31c4", "name": "LCS main", "type": "lcsserviceendpoint",
        "url": "https://login.microsoftonline.com/organizations", "description": "deploys",
        "createdBy": { "displayName": "Adele Vance" },
        "authorization": { "scheme": "UsernamePassword",
          "parameters": { "clientid": "9b4f4503-b970-4ade-abc6-2c086e4c4929",
                          "username": "svc@contoso.example", "password": null } },
        "isShared": false, "isReady": true, "isOutdated": false, "owner": "library",
        "serviceEndpointProjectReferences": [ { "name": "LCS main", "description": "deploys",
          "projectReference": { "id": "c7e5f0b3-71fa-4429-9fb3-3321963a7c06", "name": "Fabrikam" } } ] }
      """;

  @Test
  void an_endpoint_of_azure_devops_becomes_a_connection() {
    ImportedConnection imported = azureDevOps(ENDPOINT);

    ServiceConnection connection = imported.fields().toConnection();
    assertThat(connection.name()).isEqualTo("LCS main");
    assertThat(connection.authenticationEndpoint())
        .hasToString("https://login.microsoftonline.com/organizations");
    assertThat(connection.apiEndpoint()).hasToString("https://lcsapi.lcs.dynamics.com");
    assertThat(connection.username()).isEqualTo("svc@contoso.example");
    assertThat(connection.clientId()).hasToString(CLIENT_ID);
    assertThat(connection.description()).isEqualTo("deploys");
    assertThat(connection.defaultProject()).isNull();
    assertThat(imported.password()).isNull();
    assertThat(imported.notes())
        .containsExactly("The file does not hold the password: Azure DevOps gives it to nobody.");
  }

  @Test
  void the_list_of_azure_devops_is_read_past_its_other_endpoints() {
    ImportedConnection imported =
        azureDevOps(
            """
            {"count": 3, "value": [{"type": "generic", "name": "a"}, %s, {"type": "github"}]}
            """
                .formatted(ENDPOINT));

    assertThat(imported.fields().toConnection().name()).isEqualTo("LCS main");
  }

  @Test
  void the_bare_list_of_the_command_line_is_read_too() {
    assertThat(azureDevOps("[" + ENDPOINT + "]").fields().toConnection().name())
        .isEqualTo("LCS main");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_file() {
    assertThat(azureDevOps("\uFEFF" + ENDPOINT).fields().toConnection().name())
        .isEqualTo("LCS main");
  }

  @Test
  void type_and_parameters_are_read_in_any_case() {
    String shouting =
        ENDPOINT
            .replace("lcsserviceendpoint", "LcsServiceEndpoint")
            .replace("clientid", "clientId")
            .replace("apiurl", "apiUrl");

    assertThat(azureDevOps(shouting).fields().toConnection().clientId()).hasToString(CLIENT_ID);
  }

  @Test
  void a_name_that_is_given_goes_before_the_one_in_the_file() {
    ImportedConnection imported =
        ConnectionImport.read(ENDPOINT, ImportFormat.AZURE_DEVOPS, "contoso");

    assertThat(imported.fields().toConnection().name()).isEqualTo("contoso");
  }

  @Test
  void a_password_in_the_file_comes_along_and_prints_nowhere() {
    ImportedConnection imported =
        azureDevOps(ENDPOINT.replace("\"password\": null", "\"password\": \"canary 1\""));

    assertThat(imported.password()).isEqualTo(Secret.of("canary 1"));
    assertThat(imported.notes()).isEmpty();
    assertThat(imported.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"********\"", "\"<password>\"", "7", "{}"})
  void a_masked_password_is_none(String masked) {
    ImportedConnection imported =
        azureDevOps(ENDPOINT.replace("\"password\": null", "\"password\": " + masked));

    assertThat(imported.password()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/common", "/common/", "/COMMON", "", "/"})
  void an_authority_that_names_no_tenant_gets_organizations_with_a_note(String end) {
    ImportedConnection imported = azureDevOps(ENDPOINT.replace("/organizations", end));

    assertThat(imported.fields().toConnection().authenticationEndpoint())
        .hasToString("https://login.microsoftonline.com/organizations");
    assertThat(imported.notes())
        .contains(
            "The authentication endpoint 'https://login.microsoftonline.com"
                + end
                + "' is read as one that ends in /organizations: Entra ID refuses user name and"
                + " password at /common, and without a tenant.");
  }

  @Test
  void a_disabled_connection_is_imported_with_a_note() {
    assertThat(
            azureDevOps(ENDPOINT.replace("\"isOutdated\"", "\"isDisabled\": true, \"x\"")).notes())
        .contains("The service connection is disabled in Azure DevOps.");
  }

  @Test
  void one_of_several_connections_is_named() {
    String two = "[" + ENDPOINT + "," + ENDPOINT.replace("LCS main", "LCS test") + "]";

    ImportedConnection imported = ConnectionImport.read(two, ImportFormat.AZURE_DEVOPS, "lcs TEST");

    assertThat(imported.fields().toConnection().name()).isEqualTo("lcs TEST");
  }

  @Test
  void several_connections_and_no_name_are_refused_with_their_names() {
    String two = "[" + ENDPOINT + "," + ENDPOINT.replace("LCS main", "LCS test") + "]";

    Problem problem = refused(two, ImportFormat.AZURE_DEVOPS);

    assertThat(problem.message())
        .isEqualTo("the file to import holds 2 service connections for Lifecycle Services");
    assertThat(problem.why()).contains("'LCS main', 'LCS test'");
    assertThat(problem.fixes()).containsExactly("name one of them with --name NAME");
  }

  @Test
  void a_file_with_endpoints_of_other_types_only_says_which_type_is_needed() {
    Problem problem = refused("[{\"type\": \"generic\"}]", ImportFormat.AZURE_DEVOPS);

    assertThat(problem.message())
        .isEqualTo("the file to import holds no service connection for Lifecycle Services");
    assertThat(problem.why()).contains("'lcsserviceendpoint'");
  }

  @Test
  void what_is_missing_in_an_endpoint_is_named_when_the_connection_is_made() {
    ImportedConnection imported = azureDevOps("{\"type\": \"lcsserviceendpoint\"}");

    LifelineException failure =
        catchThrowableOfType(LifelineException.class, () -> imported.fields().toConnection());

    assertThat(failure.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(failure.problem().message()).contains("Username", "Application (Client) ID");
  }

  @Test
  void the_configuration_that_d365fo_tools_shows_becomes_a_connection() {
    ImportedConnection imported =
        tools(
            """
            {
                "projectid":  "123456789",
                "clientid":  "9b4f4503-b970-4ade-abc6-2c086e4c4929",
                "lcsapiuri":  "https://lcsapi.eu.lcs.dynamics.com",
                "bearertoken":  "Bearer canary-bearer",
                "activetokenexpireson":  1556909205,
                "refreshtoken":  "canary-refresh",
                "environmentid":  "13cc7700-c13b-4ea3-81cd-2d26fa72ec5e"
            }
            """);

    ServiceConnection connection =
        imported.fields().with(ConnectionField.USERNAME, "deploy@contoso.com").toConnection();
    assertThat(connection.name()).isEqualTo("contoso");
    assertThat(connection.apiEndpoint()).hasToString("https://lcsapi.eu.lcs.dynamics.com");
    assertThat(connection.clientId()).hasToString(CLIENT_ID);
    assertThat(connection.defaultProject()).hasToString("123456789");
    assertThat(connection.authenticationEndpoint())
        .hasToString("https://login.microsoftonline.com/organizations");
    assertThat(imported.password()).isNull();
    assertThat(imported.notes())
        .containsExactly(
            "User name and password are not both in the file: d365fo.tools takes them at each sign-in.",
            "The tokens in the file were left out: Lifeline signs in itself.",
            "The environment id was left out: commands name their environment themselves.");
    assertThat(imported.toString()).doesNotContain("canary");
  }

  @Test
  void a_configuration_of_older_versions_holds_user_name_and_password_too() {
    ImportedConnection imported =
        tools(
            """
            {"ProjectId": 123456789, "ClientId": "9b4f4503-b970-4ade-abc6-2c086e4c4929",
             "Username": "claire@contoso.com", "Password": " pass@word1",
             "LcsApiUri": "https://lcsapi.lcs.dynamics.com"}
            """);

    assertThat(imported.fields().toConnection().username()).isEqualTo("claire@contoso.com");
    assertThat(imported.password()).isEqualTo(Secret.of(" pass@word1"));
    assertThat(imported.notes()).isEmpty();
  }

  @Test
  void settings_exported_by_psframework_are_read_in_both_of_its_styles() {
    ImportedConnection imported =
        tools(
            """
            [ {"Version": 1, "FullName": "d365fo.tools.lcs.clientid", "Type": 6, "Style": "default",
               "Value": "9b4f4503-b970-4ade-abc6-2c086e4c4929"},
              {"Version": 1, "FullName": "D365FO.Tools.LCS.ProjectId", "Data": 123456789},
              {"Version": 1, "FullName": "d365fo.tools.lcs.lcsapiuri",
               "Value": "https://lcsapi.lcs.dynamics.com"},
              {"Version": 1, "FullName": "d365fo.tools.azure.storage.accounts", "Value": "canary"},
              {"Version": 1, "FullName": "psframework.logging.errorlogenabled", "Value": true} ]
            """);

    ServiceConnection connection =
        imported.fields().with(ConnectionField.USERNAME, "deploy@contoso.com").toConnection();
    assertThat(connection.clientId()).hasToString(CLIENT_ID);
    assertThat(connection.defaultProject()).hasToString("123456789");
  }

  @Test
  void a_single_exported_setting_is_no_list_and_is_read_all_the_same() {
    assertThat(
            tools("{\"FullName\": \"d365fo.tools.lcs.clientid\", \"Value\": \"" + CLIENT_ID + "\"}")
                .fields())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "7",
        "\"text\"",
        "{\"projectid\": \"\", \"clientid\": \"\", \"lcsapiuri\": \"\"}",
        "[{\"FullName\": \"d365fo.tools.azure.storage.accounts\", \"Value\": \"canary\"}]",
        "{\"type\": \"lcsserviceendpoint\"}"
      })
  void json_without_an_lcs_setting_is_no_configuration_of_d365fo_tools(String text) {
    Problem problem = refused(text, ImportFormat.D365FO_TOOLS);

    assertThat(problem.fixes()).anyMatch(fix -> fix.contains("Get-D365LcsApiConfig"));
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @EnumSource
  void text_that_is_no_json_is_refused_without_being_quoted(ImportFormat format) {
    Problem problem = refused("{\"password\": \"canary\"", format);

    assertThat(problem.message()).isEqualTo("the file to import is not JSON");
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void the_other_format_is_suggested() {
    assertThat(refused("{\"clientid\": \"x\"}", ImportFormat.AZURE_DEVOPS).fixes())
        .anyMatch(fix -> fix.endsWith("--format d365fo-tools"));
  }

  @Test
  void each_format_is_found_by_its_name() {
    assertThat(ImportFormat.withId("D365fo-Tools")).contains(ImportFormat.D365FO_TOOLS);
    assertThat(ImportFormat.withId("azure-devops")).contains(ImportFormat.AZURE_DEVOPS);
    assertThat(ImportFormat.withId("terraform")).isEmpty();
  }

  private static ImportedConnection azureDevOps(String text) {
    return ConnectionImport.read(text, ImportFormat.AZURE_DEVOPS, null);
  }

  private static ImportedConnection tools(String text) {
    return ConnectionImport.read(text, ImportFormat.D365FO_TOOLS, "contoso");
  }

  private static Problem refused(String text, ImportFormat format) {
    LifelineException failure =
        catchThrowableOfType(
            LifelineException.class, () -> ConnectionImport.read(text, format, null));
    assertThat(failure.code()).isEqualTo(ProblemCode.IMPORT_UNREADABLE);
    return failure.problem();
  }
}
