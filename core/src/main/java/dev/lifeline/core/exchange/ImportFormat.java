package dev.lifeline.core.exchange;

import java.util.Arrays;
import java.util.Optional;

/** Where an imported service connection comes from. */
public enum ImportFormat {
  /** The LCS configuration of the PowerShell module d365fo.tools, as JSON. */
  D365FO_TOOLS("d365fo-tools"),
  /** Service endpoints of Azure DevOps, as its REST API or {@code az devops} gives them. */
  AZURE_DEVOPS("azure-devops");

  private final String id;

  ImportFormat(String id) {
    this.id = id;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The format of that name, without regard to case. */
  public static Optional<ImportFormat> withId(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equalsIgnoreCase(id)).findFirst();
  }
}
