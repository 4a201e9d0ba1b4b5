package dev.lifeline.core.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an exported service connection goes. */
public enum ExportFormat {
  /** The body of the request that creates a service endpoint in Azure DevOps, as JSON. */
  AZURE_DEVOPS,
  /** Terraform, with Microsoft's provider for Azure DevOps. */
  TERRAFORM,
  /** The variables of a connection from the environment, as lines of a POSIX shell. */
  ENV;

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The format of that name, without regard to case. */
  public static Optional<ExportFormat> withId(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equalsIgnoreCase(id)).findFirst();
  }
}
