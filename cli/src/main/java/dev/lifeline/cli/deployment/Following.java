package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;

/**
 * An operation that is followed; whoever stops following it is told how to go on.
 *
 * @param project the project
 * @param environment the environment that is serviced
 * @param activity the operation
 * @param sameAgain the options with which a later command means the same project
 */
record Following(
    ProjectId project, EnvironmentId environment, ActivityId activity, String sameAgain) {
  OperationState toTheEnd(Deployments deployments, Patience patience) {
    try {
      return deployments.follow(project, environment, activity, patience);
    } catch (LifelineException e) {
      throw withWayBack(e);
    }
  }

  private LifelineException withWayBack(LifelineException e) {
    Kind kind = e.code().kind();
    if (kind != Kind.INTERRUPTED && kind != Kind.GAVE_UP) {
      return e;
    }
    Problem problem =
        kind == Kind.INTERRUPTED
            ? Problem.of(e.code(), "stopped following the operation " + activity)
                .why("It goes on in LCS without Lifeline.")
            : e.problem();
    return problem
        .fix("follow it again, from any machine, with: " + joinCommand())
        .detail("activityId", activity.value())
        .detail("environmentId", environment.value())
        .raise(e);
  }

  /** Says what goes on in LCS without the command, and how to follow it again. */
  void noteHowToJoin(Console console) {
    console.note("it goes on in LCS whatever happens here; follow it again with:");
    console.note("  " + joinCommand());
  }

  /** The command that follows the operation from any machine. */
  private String joinCommand() {
    return "lifeline operation watch "
        + activity
        + " --environment "
        + environment
        + " "
        + sameAgain;
  }
}
