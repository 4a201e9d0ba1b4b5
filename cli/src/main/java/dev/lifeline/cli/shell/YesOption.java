package dev.lifeline.cli.shell;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import picocli.CommandLine.Option;

/** The consent that has to be given before something is lost. */
public final class YesOption {
  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  /**
   * Asks on a terminal, unless it was agreed to on the command line.
   *
   * @param question what would be done, to what, as a question
   * @param otherwise what then did not happen, as a problem's message
   * @throws dev.lifeline.core.problem.LifelineException CONFIRMATION_MISSING
   */
  public void require(Console console, String question, String otherwise) {
    if (yes) {
      return;
    }
    boolean confirmed =
        console.canAsk() && console.ask(question + " (yes/no)", "no").matches("(?i)y(es)?");
    if (!confirmed) {
      throw Problem.of(ProblemCode.CONFIRMATION_MISSING, otherwise)
          .why("What is lost does not come back, so it has to be confirmed.")
          .fix("answer yes, or add --yes where nobody can be asked")
          .raise();
    }
  }
}
