package dev.lifeline.core.deployment;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.OperationWatcher;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;

/** Starts a deployment and follows it to its end. */
public final class Deployments {
  private final LcsClient lcs;
  private final OperationWatcher watcher;

  public Deployments(LcsClient lcs, OperationWatcher watcher) {
    this.lcs = lcs;
    this.watcher = watcher;
  }

  /**
   * What to deploy.
   *
   * @param environment where
   * @param asset the package, of the library of the same project
   * @param updateName how the operation is called in the environment's history; not blank
   */
  public record Order(EnvironmentId environment, AssetId asset, String updateName) {}

  /**
   * Starts a deployment. It is sent once: when its answer is lost, nobody knows whether LCS carried
   * it out, and Lifeline does not send a second one.
   *
   * @throws LifelineException START_UNCERTAIN when the answer was lost; what LCS refuses
   */
  public ActivityId start(ProjectId project, Order order) {
    try {
      return lcs.startDeployment(
              project, target(order.environment()), order.asset(), order.updateName())
          .activity();
    } catch (LifelineException e) {
      if (e.code() == ProblemCode.INTERRUPTED) {
        throw uncertain(ProblemCode.INTERRUPTED, order, e);
      }
      throw isUncertain(e) ? uncertain(ProblemCode.START_UNCERTAIN, order, e) : e;
    }
  }

  /** Where the operation stands now. */
  public OperationState state(ProjectId project, EnvironmentId environment, ActivityId activity) {
    return HqStatus.of(lcs.deploymentStatus(project, target(environment), activity, null).status());
  }

  private static DeploymentTarget target(EnvironmentId environment) {
    return DeploymentTarget.of(DeploymentType.HQ, environment);
  }

  /**
   * Follows an operation, started here or elsewhere, to its end.
   *
   * @return how it ended well
   * @throws LifelineException OPERATION_FAILED, WAIT_TIMED_OUT, INTERRUPTED, or what LCS refuses
   */
  public OperationState follow(
      ProjectId project, EnvironmentId environment, ActivityId activity, Patience patience) {
    OperationState end =
        watcher.await(
            "operation " + activity, () -> state(project, environment, activity), patience);
    if (end instanceof OperationState.Succeeded) {
      return end;
    }
    throw Problem.of(
            ProblemCode.OPERATION_FAILED,
            "the operation " + activity + " ended as '" + end.status() + "'")
        .why("The servicing of the environment failed in LCS. Its logs are in the portal.")
        .fix(
            "open the environment in the LCS portal, then its history, and download the logs of this operation")
        .detail("activityId", activity.value())
        .detail("environmentId", environment.value())
        .detail("operationStatus", end.status())
        .raise();
  }

  private static boolean isUncertain(LifelineException e) {
    return e.code() == ProblemCode.ANSWER_LOST
        || e.code() == ProblemCode.SERVICE_UNAVAILABLE
        || e.code() == ProblemCode.LCS_ANSWER_UNREADABLE;
  }

  private static LifelineException uncertain(
      ProblemCode code, Order order, LifelineException cause) {
    return Problem.of(
            code,
            "nobody knows whether the update '"
                + order.updateName()
                + "' was started: "
                + cause.problem().message())
        .why("Lifeline does not start it a second time, because the first may be running.")
        .fix(
            "look in the LCS portal at the history of environment "
                + order.environment()
                + "; if the update is there, follow it with: lifeline operation watch ACTIVITY_ID --environment "
                + order.environment())
        .fix("if it is not there after some minutes, deploy again")
        .detail("environmentId", order.environment().value())
        .raise(cause);
  }
}
