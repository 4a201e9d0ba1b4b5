package dev.lifeline.core.environment;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Servicing;
import dev.lifeline.core.servicing.ServicingTarget;
import dev.lifeline.core.servicing.StartOrder;
import dev.lifeline.core.servicing.Started;
import java.util.List;

/**
 * Starts and stops environments that run on machines of the customer. What LCS would refuse, by
 * what it says of the environment, is refused before it is sent. Thread-safe.
 */
public final class EnvironmentPower {
  private static final String CUSTOMER_MANAGED = "CustomerManaged";

  private final LcsClient lcs;
  private final Servicing servicing;

  public EnvironmentPower(LcsClient lcs, Servicing servicing) {
    this.lcs = lcs;
    this.servicing = servicing;
  }

  /**
   * Begins to start an environment; one that is started already stays so (DOC).
   *
   * @param environment as LCS describes it now
   * @param awaited whether the run goes on with it
   * @return the operation, which goes on in LCS
   * @throws LifelineException START_UNCERTAIN, ENVIRONMENT_BUSY; ENVIRONMENT_UNFIT, or what LCS
   *     refuses
   */
  public Started start(ProjectId project, Environment environment, boolean awaited) {
    return servicing.start(
        order(project, environment, OperationKind.START, awaited),
        () -> {
          requireStartable(environment);
          return new StartedDeployment(lcs.startEnvironment(project, environment.id()), null);
        });
  }

  /**
   * Begins to stop an environment.
   *
   * @param environment as LCS describes it now
   * @param awaited whether the run goes on with it
   * @return the operation, which goes on in LCS
   * @throws LifelineException START_UNCERTAIN, ENVIRONMENT_BUSY; ENVIRONMENT_UNFIT, also for one
   *     that is stopped already; or what LCS refuses
   */
  public Started stop(ProjectId project, Environment environment, boolean awaited) {
    return servicing.start(
        order(project, environment, OperationKind.STOP, awaited),
        () -> {
          requireStoppable(environment);
          return new StartedDeployment(lcs.stopEnvironment(project, environment.id()), null);
        });
  }

  private static void requireStartable(Environment environment) {
    Environment.State state = environment.state();
    boolean isStarted = Boolean.TRUE.equals(state.canStop());
    if (Boolean.FALSE.equals(state.canStart()) && !isStarted) {
      throw unfit(environment, "started").raise();
    }
  }

  private static void requireStoppable(Environment environment) {
    if (Boolean.FALSE.equals(environment.state().canStop())) {
      throw unfit(environment, "stopped").raise();
    }
  }

  private static StartOrder order(
      ProjectId project, Environment environment, OperationKind kind, boolean awaited) {
    return new StartOrder(
        ServicingTarget.of(project, environment.id(), kind),
        "the " + kind.id() + " of '" + environment.name() + "'",
        List.of(),
        null,
        awaited);
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
