package dev.lifeline.cli.shell;

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
    boolean interrupted = e.code() == ProblemCode.INTERRUPTED;
    if (!isPassing(e.code()) && !(interrupted && e.problem().why() == null)) {
      return e; // it has ended, or the problem says itself how to go on
    }
    Problem problem =
        interrupted
            ? Problem.of(e.code(), "stopped following the operation " + operation.activity())
                .why(
                    "It goes on in LCS without Lifeline. The same command, run here again, goes on with it.")
            : e.problem();
    return problem
        .fix("follow it again, from any machine, with: " + joinCommand())
        .detail("activityId", operation.activity().value())
        .detail("environmentId", operation.target().environment().value())
        .raise(e);
  }

  private static boolean isPassing(ProblemCode code) {
    return switch (code) {
      case WAIT_TIMED_OUT, THROTTLED, SERVICE_UNAVAILABLE, UNREACHABLE, ANSWER_LOST -> true;
      default -> false;
    };
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
