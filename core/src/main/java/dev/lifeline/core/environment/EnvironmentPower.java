package dev.lifeline.core.environment;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;

/**
 * Starts and stops environments that run on machines of the customer. What LCS would refuse, by
 * what it says of the environment, is refused before it is sent. Thread-safe.
 */
public final class EnvironmentPower {
  private static final String CUSTOMER_MANAGED = "CustomerManaged";

  private final LcsClient lcs;

  public EnvironmentPower(LcsClient lcs) {
    this.lcs = lcs;
  }

  /**
   * Begins to start an environment; one that is started already stays so (DOC).
   *
   * @param environment as LCS describes it now
   * @return the operation, which goes on in LCS
   * @throws LifelineException ENVIRONMENT_UNFIT, or what LCS refuses
   */
  public ActivityId start(ProjectId project, Environment environment) {
    Environment.State state = environment.state();
    boolean isStarted = Boolean.TRUE.equals(state.canStop());
    if (Boolean.FALSE.equals(state.canStart()) && !isStarted) {
      throw unfit(environment, "started").raise();
    }
    return lcs.startEnvironment(project, environment.id());
  }

  /**
   * Begins to stop an environment.
   *
   * @param environment as LCS describes it now
   * @return the operation, which goes on in LCS
   * @throws LifelineException ENVIRONMENT_UNFIT, also for one that is stopped already; or what LCS
   *     refuses
   */
  public ActivityId stop(ProjectId project, Environment environment) {
    if (Boolean.FALSE.equals(environment.state().canStop())) {
      throw unfit(environment, "stopped").raise();
    }
    return lcs.stopEnvironment(project, environment.id());
  }

  private static Problem unfit(Environment environment, String done) {
    return Problem.of(
            ProblemCode.ENVIRONMENT_UNFIT,
            "the environment '" + environment.name() + "' cannot be " + done + " now")
        .why(why(environment))
        .fix("see what it does with: lifeline environment show " + environment.id())
        .detail("environmentId", environment.id().value());
  }

  private static String why(Environment environment) {
    String infrastructure = environment.kind().infrastructure();
    if (infrastructure != null && !infrastructure.equalsIgnoreCase(CUSTOMER_MANAGED)) {
      return "LCS starts and stops only customer-managed environments, and this one is "
          + infrastructure
          + ".";
    }
    String status = environment.state().deploymentStatus();
    return status == null ? "LCS says so." : "LCS says so; its state is '" + status + "'.";
  }
}
