package dev.lifeline.cli.shell;

import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.JoinCommand;
import dev.lifeline.core.servicing.Operation;

/**
 * An operation that is followed; whoever stops following it is told how to go on.
 *
 * @param operation the operation
 * @param sameAgain the options with which a later command means the same project
 */
public record Following(Operation operation, String sameAgain) {
  /** The same failure; with the way back when the operation goes on without the command. */
  public LifelineException withWayBack(LifelineException e) {
    Kind kind = e.code().kind();
    boolean startIsOpen = e.problem().why() != null && e.code() == ProblemCode.INTERRUPTED;
    if ((kind != Kind.INTERRUPTED && kind != Kind.GAVE_UP)
        || e.code() == ProblemCode.START_UNCERTAIN
        || startIsOpen) {
      return e;
    }
    Problem problem =
        kind == Kind.INTERRUPTED
            ? Problem.of(e.code(), "stopped following the operation " + operation.activity())
                .why("It goes on in LCS without Lifeline.")
            : e.problem();
    return problem
        .fix("follow it again, from any machine, with: " + joinCommand())
        .detail("activityId", operation.activity().value())
        .detail("environmentId", operation.target().environment().value())
        .raise(e);
  }

  /** Says what goes on in LCS without the command, and how to follow it again. */
  public void noteHowToJoin(Console console) {
    console.note("it goes on in LCS whatever happens here; follow it again with:");
    console.note("  " + joinCommand());
  }

  /** The command that follows the operation from any machine. */
  public String joinCommand() {
    return JoinCommand.of(operation) + " " + sameAgain;
  }
}
