package dev.lifeline.core.deployment;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.lookup.EnvironmentLookup;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.Servicing;
import dev.lifeline.core.servicing.ServicingTarget;
import dev.lifeline.core.servicing.StartOrder;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Deploys assets to environments. What LCS would refuse is refused before anything is started, and
 * each start happens once. Thread-safe.
 */
public final class Deployments {
  /** LCS API: Microsoft's own task rests so long between preparing and deploying on-premises. */
  public static final Duration REST_BEFORE_FINALIZING = Duration.ofSeconds(60);

  private final LcsClient lcs;
  private final Servicing servicing;
  private final Time time;

  public Deployments(LcsClient lcs, Servicing servicing, Time time) {
    this.lcs = lcs;
    this.servicing = servicing;
    this.time = time;
  }

  /**
   * Starts a deployment and does not wait. On-premises that is the preparation; once that has
   * succeeded, the same order starts the deployment of what was prepared, and later tells its end.
   *
   * @throws dev.lifeline.core.problem.LifelineException one of the obstacles; START_UNCERTAIN,
   *     ENVIRONMENT_BUSY; what LCS refuses
   */
  public Started start(ProjectId project, DeploymentOrder order) {
    Asset asset = checked(project, order);
    StartOrder first = first(project, order, asset, !isInSteps(order));
    Started started = servicing.start(first, () -> send(project, order));
    boolean prepared =
        isInSteps(order)
            && started.joined()
            && servicing.look(started.operation()).state() instanceof OperationState.Succeeded;
    if (!prepared) {
      return started;
    }
    Started second = finish(project, order, started.operation());
    if (second.joined() && servicing.look(second.operation()).isEnd()) {
      servicing.told(second.operation());
      servicing.told(started.operation());
    }
    return second;
  }

  /**
   * Starts the first operation of a deployment, and does not wait: whoever asks follows it. The
   * same order again comes to the same operation, until its end was told.
   *
   * @throws dev.lifeline.core.problem.LifelineException as {@link #start}
   */
  public Started begin(ProjectId project, DeploymentOrder order) {
    Asset asset = checked(project, order);
    return servicing.start(first(project, order, asset, false), () -> send(project, order));
  }

  /**
   * Starts the deployment of what was prepared on-premises, {@link #REST_BEFORE_FINALIZING} after
   * that has succeeded, and does not wait.
   *
   * @param preparation what {@link #begin} began
   * @throws dev.lifeline.core.problem.LifelineException START_UNCERTAIN, ENVIRONMENT_BUSY; what LCS
   *     refuses
   */
  public Started finish(ProjectId project, DeploymentOrder order, Operation preparation) {
    StartOrder second =
        new StartOrder(
            preparation.target().with(OperationKind.ON_PREMISES_DEPLOYMENT),
            "the deployment of the update '" + order.updateName() + "'",
            List.of(preparation.activity().value().replace("-", "")),
            order.updateName(),
            true);
    return servicing.start(
        second,
        () ->
            new StartedDeployment(
                lcs.finalizeOnPremises(
                    project, order.target().environment(), preparation.activity()),
                null));
  }

  /**
   * Deploys and follows it to its end. The same order again goes on where this was left, at each
   * step.
   *
   * @param begun told of each operation as soon as it is started, or found started
   * @return how the last of them ended well
   * @throws dev.lifeline.core.problem.LifelineException as {@link #start}; OPERATION_FAILED,
   *     WAIT_TIMED_OUT, INTERRUPTED
   */
  public OperationState run(
      ProjectId project, DeploymentOrder order, Patience patience, Consumer<Started> begun) {
    Started started = begin(project, order);
    begun.accept(started);
    if (!isInSteps(order)) {
      return servicing.follow(started.operation(), patience);
    }
    servicing.step(started.operation(), patience);
    time.sleep(REST_BEFORE_FINALIZING);
    Started second = finish(project, order, started.operation());
    begun.accept(second);
    OperationState end = servicing.follow(second.operation(), patience);
    servicing.told(started.operation());
    return end;
  }

  /** What {@link #start} would do, and every reason why it may fail; starts nothing. */
  public DeploymentPreview preview(ProjectId project, DeploymentOrder order) {
    Candidate candidate = candidate(project, order);
    Servicing.Outlook outlook = servicing.outlook(first(project, order, candidate.asset(), false));
    List<Problem> obstacles = new ArrayList<>(Obstacle.of(candidate));
    Problem busy = outlook.obstacle();
    if (busy != null) {
      obstacles.add(busy);
    }
    return new DeploymentPreview(
        candidate.environment(), candidate.asset(), outlook.joins(), obstacles);
  }

  private StartedDeployment send(ProjectId project, DeploymentOrder order) {
    return lcs.startDeployment(project, order.target(), order.asset(), order.updateName());
  }

  private static StartOrder first(
      ProjectId project, DeploymentOrder order, Asset asset, boolean startIsAll) {
    boolean named = order.target().type().namesItsUpdate();
    String name = named ? Objects.requireNonNull(order.updateName()) : asset.name();
    return new StartOrder(
        ServicingTarget.of(project, order.target()),
        named ? "the update '" + name + "'" : "the deployment of '" + name + "'",
        List.of(asset.id().value().replace("-", ""), named ? name : ""),
        name,
        !startIsAll);
  }

  private static boolean isInSteps(DeploymentOrder order) {
    return OperationKind.firstOf(order.target().type()) == OperationKind.ON_PREMISES_PREPARATION;
  }

  private Asset checked(ProjectId project, DeploymentOrder order) {
    Candidate candidate = candidate(project, order);
    List<Problem> obstacles = Obstacle.of(candidate);
    if (!obstacles.isEmpty()) {
      throw obstacles.get(0).raise();
    }
    return candidate.asset();
  }

  private Candidate candidate(ProjectId project, DeploymentOrder order) {
    Environment environment =
        new EnvironmentLookup(lcs).environment(project, order.target().environment());
    return new Candidate(
        order.target().type(),
        environment,
        lcs.asset(project, order.asset()),
        lcs.validation(project, order.asset()));
  }
}
