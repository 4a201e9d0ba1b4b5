package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.Infrastructure;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.Work;
import dev.lifeline.emulator.world.World;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Starts what is applied to environments. Refusals are HTTP 200. */
final class Servicing {

  private final World world;
  private final Supplier<UUID> ids;
  private final Finder finder;
  private final Deployability deployability;

  Servicing(World world, Supplier<UUID> ids) {
    this.world = world;
    this.ids = ids;
    this.finder = new Finder(world);
    this.deployability = new Deployability(world);
  }

  /** {@code hq}, and the first step of {@code hqonprem}: the environment decides. */
  Reply applyUpdate(Call call, Routes.Names path, Caller caller) throws RefusedException {
    caller.mustService();
    Environment environment = finder.environment(path, caller);
    Asset asset = finder.asset(path, caller);
    String name = call.queryParameters().getOrDefault("updateName", "");
    if (name.isBlank()) {
      throw RefusedException.inEnvelope("An update name is required.");
    }
    OperationKind kind =
        environment.infrastructure() == Infrastructure.ON_PREMISES
            ? OperationKind.ON_PREMISES_PREPARATION
            : OperationKind.UPDATE;
    deployability.check(kind, environment, asset);
    return started(start(environment, new Work(kind, name, asset.id(), null)));
  }

  /** The second step of {@code hqonprem}: what was prepared is deployed, once. */
  Reply finalizeUpdate(Call call, Routes.Names path, Caller caller) throws RefusedException {
    caller.mustService();
    Environment environment = finder.environment(path, caller);
    Operation preparation =
        finder.operation(
            environment, path.get("preparation"), OperationKind.ON_PREMISES_PREPARATION::equals);
    String id = LcsTexts.dashed(preparation.activityId());
    if (!preparation.hasSucceeded(world.clock().age())) {
      throw RefusedException.inEnvelope("Preparation " + id + " has not succeeded.");
    }
    if (finder.latest(environment, it -> id.equals(it.work().part())).isPresent()) {
      throw RefusedException.inEnvelope("Preparation " + id + " has been deployed already.");
    }
    return started(
        start(
            environment,
            new Work(
                OperationKind.ON_PREMISES_DEPLOYMENT,
                preparation.name(),
                preparation.work().asset(),
                id)));
  }

  /** {@code csu}: replaces what was deployed to that scale unit before (DOC). */
  Reply applyToScaleUnit(Call call, Routes.Names path, Caller caller) throws RefusedException {
    caller.mustService();
    Environment environment = finder.environment(path, caller);
    Asset asset = finder.asset(path, caller);
    deployability.check(OperationKind.SCALE_UNIT_UPDATE, environment, asset);
    String scaleUnit = scaleUnit(environment, path.get("unit"));
    return started(
        start(
            environment,
            new Work(OperationKind.SCALE_UNIT_UPDATE, asset.name(), asset.id(), scaleUnit)));
  }

  /** {@code ecom}: the answer also holds the id by which it is followed (CLIENT). */
  Reply applyToECommerce(Call call, Routes.Names path, Caller caller) throws RefusedException {
    caller.mustService();
    Environment environment = finder.environment(path, caller);
    Asset asset = finder.asset(path, caller);
    deployability.check(OperationKind.E_COMMERCE_UPDATE, environment, asset);
    UUID target = eCommerce(environment, path.get("ecommerce"));
    Operation operation =
        start(
            environment,
            new Work(
                OperationKind.E_COMMERCE_UPDATE,
                asset.name(),
                asset.id(),
                LcsTexts.dashed(target)));
    return Envelope.success(
        operation.activityId(),
        Fields.of("DeploymentId", LcsTexts.dashed(operation.deploymentId())));
  }

  static String scaleUnit(Environment environment, String name) throws RefusedException {
    return environment
        .scaleUnit(name)
        .orElseThrow(
            () -> RefusedException.inEnvelope("Commerce scale unit " + name + " was not found."));
  }

  static UUID eCommerce(Environment environment, String id) throws RefusedException {
    Optional<UUID> found = Guid.parse(id).filter(environment.eCommerce()::contains);
    return found.orElseThrow(
        () -> RefusedException.inEnvelope("e-Commerce environment " + id + " was not found."));
  }

  private Operation start(Environment environment, Work work) throws RefusedException {
    return world
        .start(environment, work, ids.get())
        .orElseThrow(
            () ->
                RefusedException.inEnvelope(
                    "Environment " + environment.name() + " is already being serviced."));
  }

  private static Reply started(Operation operation) {
    return Envelope.success(operation.activityId(), Fields.none());
  }
}
