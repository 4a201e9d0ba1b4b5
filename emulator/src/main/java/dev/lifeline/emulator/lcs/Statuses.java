package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.Infrastructure;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.World;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where operations stand: each deployment type is asked for in its own way, and two of them not by
 * an activity but for whatever is the latest (CLIENT).
 */
final class Statuses {

  private final World world;
  private final Finder finder;
  private final EnvironmentRows rows;

  Statuses(World world) {
    this.world = world;
    this.finder = new Finder(world);
    this.rows = new EnvironmentRows(world);
  }

  /** By activity: {@code hq}, and whatever else is no database movement. */
  Reply byActivity(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Operation operation =
        finder.operation(
            finder.environment(path, caller), path.get("activity"), it -> !it.movesDatabase());
    return reply(operation, rows.status(operation));
  }

  /** The latest of an on-premises environment, preparation or deployment. */
  Reply onPremises(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Environment environment = finder.environment(path, caller);
    if (environment.infrastructure() != Infrastructure.ON_PREMISES) {
      throw RefusedException.inEnvelope(
          "Environment " + environment.name() + " is not an on-premises environment.");
    }
    Operation operation =
        latest(
            environment,
            it ->
                it.kind() == OperationKind.ON_PREMISES_PREPARATION
                    || it.kind() == OperationKind.ON_PREMISES_DEPLOYMENT);
    return reply(operation, rows.status(operation));
  }

  /** The latest of a scale unit. */
  Reply scaleUnit(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Environment environment = finder.environment(path, caller);
    String scaleUnit = Servicing.scaleUnit(environment, path.get("unit"));
    Operation operation =
        latest(
            environment,
            it ->
                it.kind() == OperationKind.SCALE_UNIT_UPDATE && scaleUnit.equals(it.work().part()));
    return reply(operation, rows.status(operation).with("CurrentStep", currentStep(operation)));
  }

  /** By deployment id. */
  Reply eCommerce(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Environment environment = finder.environment(path, caller);
    UUID target = Servicing.eCommerce(environment, path.get("ecommerce"));
    String deployment = path.get("deployment");
    Operation operation =
        Guid.parse(deployment)
            .flatMap(
                id ->
                    finder.latest(
                        environment,
                        it ->
                            it.kind() == OperationKind.E_COMMERCE_UPDATE
                                && it.deploymentId().equals(id)))
            .filter(it -> LcsTexts.dashed(target).equals(it.work().part()))
            .orElseThrow(
                () -> RefusedException.inEnvelope("Deployment " + deployment + " was not found."));
    return reply(operation, rows.status(operation));
  }

  private Operation latest(Environment environment, Predicate<Operation> test)
      throws RefusedException {
    return finder
        .latest(environment, test)
        .orElseThrow(
            () ->
                RefusedException.inEnvelope(
                    "No deployment to environment " + environment.name() + " was found."));
  }

  /** What a scale unit does in each state (the texts are ASSUMED). */
  private @Nullable String currentStep(Operation operation) {
    return switch (operation.state(world.clock().age())) {
      case QUEUED -> "Waiting for the commerce scale unit";
      case RUNNING -> "Deploying the extension package";
      case SUCCEEDED, FAILED -> "Finished";
      case NOT_STARTED,
          PREPARING_ENVIRONMENT,
          IN_PROGRESS,
          ROLLBACK_IN_PROGRESS,
          COMPLETED,
          SIGNED_OFF,
          ABORTED,
          ROLLBACK_FAILED,
          ROLLBACK_COMPLETED,
          DOWNLOADING,
          PREPARATION_SUCCEEDED,
          PREPARATION_FAILED,
          DEPLOYING,
          DEPLOYED,
          UNHEARD_OF ->
          null;
    };
  }

  private static Reply reply(Operation operation, Fields fields) {
    return Envelope.success(operation.activityId(), fields);
  }
}
