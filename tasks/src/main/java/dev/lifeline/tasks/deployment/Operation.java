package dev.lifeline.tasks.deployment;

import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.tasks.run.TaskRun;

/**
 * An operation that goes on in LCS; whoever stops following it is told how to go on.
 *
 * @param run whose task it is
 * @param project the project
 * @param environment the environment that is serviced
 * @param activity the operation
 */
record Operation(TaskRun run, ProjectId project, EnvironmentId environment, ActivityId activity) {
  void toTheEnd(Deployments deployments, Patience patience) {
    try {
      String status = deployments.follow(project, environment, activity, patience).status();
      run.summary().fact("State", status);
      run.log().line("the operation " + activity + " ended: " + status);
    } catch (LifelineException e) {
      throw withWayBack(e);
    }
  }

  /** Says what goes on in LCS without the task, and how to follow it again. */
  void tellHowToJoin() {
    run.log().line("it goes on in LCS whatever happens here; " + joinWords());
  }

  private LifelineException withWayBack(LifelineException e) {
    Kind kind = e.code().kind();
    if (kind != Kind.INTERRUPTED && kind != Kind.GAVE_UP) {
      Object status = e.problem().details().get("operationStatus");
      run.summary().fact("State", status == null ? "unknown" : status);
      return e;
    }
    run.summary().fact("State", "goes on in LCS");
    Problem problem =
        kind == Kind.INTERRUPTED
            ? Problem.of(e.code(), "stopped following the operation " + activity)
            : Problem.of(e.code(), e.problem().message());
    return problem
        .why("It goes on in LCS without Lifeline.")
        .fix(joinWords())
        .detail("activityId", activity.value())
        .detail("environmentId", environment.value())
        .raise(e);
  }

  private String joinWords() {
    return "join it again with the task "
        + WaitTask.DEFINITION.reference()
        + " and activityId "
        + activity
        + ", or from any machine with: lifeline operation watch "
        + activity
        + " --environment "
        + environment
        + " --project-id "
        + project;
  }
}
