package dev.lifeline.core.exchange;

import dev.lifeline.core.connection.ServiceConnection;
import java.util.Locale;

/**
 * Terraform's configuration of a service endpoint for Lifecycle Services (microsoft/azuredevops
 * provider: azuredevops_serviceendpoint_dynamics_lifecycle_services). The password is a variable,
 * since what stands in a configuration is checked in.
 */
final class TerraformBlock {
  private static final String TEMPLATE =
      """
      variable "%1$s_project_id" {
        type        = string
        description = "The id of the Azure DevOps project"
      }

      variable "%1$s_password" {
        type        = string
        description = "The password of %3$s"
        sensitive   = true
      }

      resource "azuredevops_serviceendpoint_dynamics_lifecycle_services" "%1$s" {
        project_id                      = var.%1$s_project_id
        service_endpoint_name           = "%2$s"
        description                     = "%4$s"
        authorization_endpoint          = "%5$s"
        lifecycle_services_api_endpoint = "%6$s"
        client_id                       = "%7$s"
        username                        = "%3$s"
        password                        = var.%1$s_password
      }
      """;

  private TerraformBlock() {}

  static String of(ServiceConnection connection) {
    String description = connection.description();
    return TEMPLATE.formatted(
        label(connection.name()),
        HclText.escape(connection.name()),
        HclText.escape(connection.username()),
        description == null ? "" : HclText.escape(description),
        HclText.escape(connection.authenticationEndpoint().toString()),
        HclText.escape(connection.apiEndpoint().toString()),
        connection.clientId());
  }

  /**
   * A name of Terraform's: it begins with a letter or an underscore and is unlike an expression.
   */
  private static String label(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return plain.matches("[a-z].*") ? plain : "lcs_" + plain.replaceFirst("^_", "");
  }
}
