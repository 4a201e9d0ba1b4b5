package dev.lifeline.cli.environment;

import picocli.CommandLine.Parameters;

/** Which environment is meant. */
final class EnvironmentParameter {
  @Parameters(
      paramLabel = "ID|NAME",
      description = "The environment's id, or its whole name, without regard to case.")
  private String idOrName = "";

  String idOrName() {
    return idOrName;
  }
}
