package dev.lifeline.cli.database;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import picocli.CommandLine.Option;

/** How a backup is called in the library. */
final class BackupNameOption {
  @Option(
      names = "--name",
      paramLabel = "BACKUP_NAME",
      required = true,
      description = "How the backup is called in the library.")
  private String name = "";

  /**
   * The name.
   *
   * @throws dev.lifeline.core.problem.LifelineException VALUE_MALFORMED when it is blank
   */
  String name() {
    if (name.isBlank()) {
      throw Problem.of(ProblemCode.VALUE_MALFORMED, "the name of the backup is blank")
          .fix("name it with --name")
          .raise();
    }
    return name.strip();
  }
}
