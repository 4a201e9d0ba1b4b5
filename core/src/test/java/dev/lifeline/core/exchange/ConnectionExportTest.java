package dev.lifeline.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.ServiceConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionExportTest {
  private static final ConnectionFields FIELDS =
      ConnectionFields.empty()
          .with(ConnectionField.NAME, "Contoso main")
          .with(
              ConnectionField.AUTHENTICATION_ENDPOINT,
              "https://login.microsoftonline.com/contoso.com")
          .with(ConnectionField.API_ENDPOINT, "https://lcsapi.eu.lcs.dynamics.com")
          .with(ConnectionField.USERNAME, "deploy@contoso.com")
          .with(ConnectionField.CLIENT_ID, "00000000-1111-2222-3333-444444444444")
          .with(ConnectionField.DESCRIPTION, "For the \"nightly\" release")
          .with(ConnectionField.DEFAULT_PROJECT, "1234567");

  @Test
  void azure_devops_gets_the_body_of_the_request_that_creates_the_endpoint() {
    assertThat(text(ExportFormat.AZURE_DEVOPS))
        .isEqualToIgnoringNewLines(
            """
            {
              "name" : "Contoso main",
              "type" : "lcsserviceendpoint",
              "owner" : "library",
              "description" : "For the \\"nightly\\" release",
              "url" : "https://login.microsoftonline.com/contoso.com",
              "data" : {
                "apiurl" : "https://lcsapi.eu.lcs.dynamics.com"
              },
              "authorization" : {
                "scheme" : "UsernamePassword",
                "parameters" : {
                  "clientid" : "00000000-1111-2222-3333-444444444444",
                  "username" : "deploy@contoso.com",
                  "password" : "<password>"
                }
              },
              "serviceEndpointProjectReferences" : [ {
                "projectReference" : {
                  "id" : "<project id>",
                  "name" : "<project name>"
                },
                "name" : "Contoso main",
                "description" : "For the \\"nightly\\" release"
              } ]
            }
            """);
  }

  @Test
  void terraform_gets_a_resource_whose_password_is_a_sensitive_variable() {
    assertThat(text(ExportFormat.TERRAFORM))
        .isEqualTo(
            """
            variable "contoso_main_project_id" {
              type        = string
              description = "The id of the Azure DevOps project"
            }

            variable "contoso_main_password" {
              type        = string
              description = "The password of deploy@contoso.com"
              sensitive   = true
            }

            resource "azuredevops_serviceendpoint_dynamics_lifecycle_services" "contoso_main" {
              project_id                      = var.contoso_main_project_id
              service_endpoint_name           = "Contoso main"
              description                     = "For the \\"nightly\\" release"
              authorization_endpoint          = "https://login.microsoftonline.com/contoso.com"
              lifecycle_services_api_endpoint = "https://lcsapi.eu.lcs.dynamics.com"
              client_id                       = "00000000-1111-2222-3333-444444444444"
              username                        = "deploy@contoso.com"
              password                        = var.contoso_main_password
            }
            """);
  }

  @Test
  void a_shell_gets_the_variables_of_a_connection_from_the_environment() {
    assertThat(text(ExportFormat.ENV))
        .isEqualTo(
            """
            LIFELINE_AUTHENTICATION_ENDPOINT=https://login.microsoftonline.com/contoso.com
            LIFELINE_API_ENDPOINT=https://lcsapi.eu.lcs.dynamics.com
            LIFELINE_CLIENT_ID=00000000-1111-2222-3333-444444444444
            LIFELINE_USERNAME=deploy@contoso.com
            LIFELINE_PASSWORD='<password>'
            LIFELINE_PROJECT_ID=1234567
            """);
  }

  @Test
  void a_connection_without_description_and_project_is_exported_without_them() {
    ServiceConnection plain =
        FIELDS
            .with(ConnectionField.DESCRIPTION, null)
            .with(ConnectionField.DEFAULT_PROJECT, null)
            .toConnection();

    assertThat(ConnectionExport.text(plain, ExportFormat.AZURE_DEVOPS))
        .contains("\"description\" : \"\"");
    assertThat(ConnectionExport.text(plain, ExportFormat.TERRAFORM))
        .contains("description                     = \"\"");
    assertThat(ConnectionExport.text(plain, ExportFormat.ENV)).doesNotContain("PROJECT_ID");
  }

  @ParameterizedTest
  @CsvSource({
    "contoso, contoso",
    "Contoso.Main-2, contoso_main_2",
    "2nd, lcs_2nd",
    "Größe, gr_e",
    "日本, lcs_",
    "_x, lcs_x"
  })
  void a_terraform_label_is_one_that_terraform_takes(String name, String label) {
    ServiceConnection connection = FIELDS.with(ConnectionField.NAME, name).toConnection();

    assertThat(ConnectionExport.text(connection, ExportFormat.TERRAFORM))
        .contains(
            "\"azuredevops_serviceendpoint_dynamics_lifecycle_services\" \"" + label + "\" {");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o'brien@contoso.com",
        "''@x",
        "$(touch it)@x",
        "`id`@x",
        "a b@x",
        "\\@x",
        "\"@x",
        "é漢😀@x",
        "!@x",
        "~@x",
        "#@x",
        "a;b&c|d>e@x"
      })
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX shell")
  void a_shell_reads_what_was_written(String username, @TempDir Path folder) throws Exception {
    ServiceConnection connection = FIELDS.with(ConnectionField.USERNAME, username).toConnection();
    Path file = folder.resolve("connection.env");
    Files.writeString(file, ConnectionExport.text(connection, ExportFormat.ENV));

    assertThat(inShell(file, "LIFELINE_USERNAME")).isEqualTo(username);
    assertThat(inShell(file, "LIFELINE_PASSWORD")).isEqualTo("<password>");
    assertThat(folder).isDirectoryNotContaining("glob:**/it");
  }

  @Test
  void each_format_is_found_by_its_name() {
    assertThat(ExportFormat.withId("Azure-DevOps")).contains(ExportFormat.AZURE_DEVOPS);
    assertThat(ExportFormat.withId("terraform")).contains(ExportFormat.TERRAFORM);
    assertThat(ExportFormat.withId("env")).contains(ExportFormat.ENV);
    assertThat(ExportFormat.withId("yaml")).isEmpty();
  }

  private static String inShell(Path file, String variable)
      throws IOException, InterruptedException {
    String script = ". ./" + file.getFileName() + "; printf %s \"$" + variable + "\"";
    Process shell =
        new ProcessBuilder("sh", "-eu", "-c", script)
            .directory(file.getParent().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    return said;
  }

  private static String text(ExportFormat format) {
    return ConnectionExport.text(FIELDS.toConnection(), format);
  }
}
