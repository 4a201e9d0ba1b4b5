package dev.lifeline.core.exchange;

import dev.lifeline.core.connection.ServiceConnection;

/** A service connection as another tool wants it, with a placeholder for the password. */
public final class ConnectionExport {
  /** What stands in the place of the password. */
  public static final String PASSWORD_PLACEHOLDER = "<password>";

  private ConnectionExport() {}

  /** The text; ends in a line break and holds no secret. */
  public static String text(ServiceConnection connection, ExportFormat format) {
    return switch (format) {
      case AZURE_DEVOPS -> EndpointBody.of(connection);
      case TERRAFORM -> TerraformBlock.of(connection);
      case ENV -> ShellVariables.of(connection);
    };
  }
}
