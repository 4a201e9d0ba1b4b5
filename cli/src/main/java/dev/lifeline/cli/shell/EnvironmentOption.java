package dev.lifeline.cli.shell;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import picocli.CommandLine.Option;

/** Which environment is meant. */
public final class EnvironmentOption {
  @Option(
      names = "--environment",
      paramLabel = "ID|NAME",
      required = true,
      description = "The environment, by its id or its whole name.")
  private String environment = "";

  /**
   * The environment's id or name.
   *
   * @throws dev.lifeline.core.problem.LifelineException VALUE_MALFORMED when it is blank
   */
  public String idOrName() {
    if (environment.isBlank()) {
      throw Problem.of(ProblemCode.VALUE_MALFORMED, "the environment is blank")
          .fix("name it with --environment, by its id or its whole name")
          .raise();
    }
    return environment.strip();
  }
}
