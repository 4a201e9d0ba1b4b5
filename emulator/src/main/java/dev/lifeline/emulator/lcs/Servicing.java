package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.EnvironmentType;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.Outcome;
import dev.lifeline.emulator.world.Validation;
import dev.lifeline.emulator.world.World;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Applying packages to environments ({@code hq}) and following that. Refusals are HTTP 200. */
final class Servicing {

  private final World world;
  private final Supplier<UUID> ids;
  private final EnvironmentRows rows;

  Servicing(World world, Supplier<UUID> ids) {
    this.world = world;
    this.ids = ids;
    this.rows = new EnvironmentRows(world);
  }

  Reply applyUpdate(Call call, Routes.Names path, Caller caller) {
    String name = call.queryParameters().getOrDefault("updateName", "");
    Optional<Environment> environment = environment(path, caller);
    Optional<Asset> asset =
        Guid.parse(path.get("asset"))
            .flatMap(id -> world.lifecycle().asset(caller.project(), id))
            .filter(Asset::isCommitted);
    if (!caller.role().changes()) {
      return Envelope.failure(
          "The user does not have the Environment manager role in project "
              + caller.project()
              + ".");
    }
    if (environment.isEmpty()) {
      return Envelope.failure("Environment " + path.get("environment") + " was not found.");
    }
    if (asset.isEmpty()) {
      return Envelope.failure("Asset " + path.get("asset") + " was not found.");
    }
    if (name.isBlank()) {
      return Envelope.failure("An update name is required.");
    }
    Optional<String> obstacle = obstacle(environment.get(), asset.get());
    return obstacle.isPresent()
        ? Envelope.failure(obstacle.get())
        : start(environment.get(), asset.get(), name);
  }

  Reply fetchStatus(Call call, Routes.Names path, Caller caller) {
    Optional<Operation> operation =
        Guid.parse(path.get("activity"))
            .flatMap(
                id ->
                    environment(path, caller).stream()
                        .flatMap(it -> world.lifecycle().history(it.id()).stream())
                        .filter(it -> it.activityId().equals(id))
                        .findFirst());
    return operation
        .map(it -> Envelope.success(it.activityId(), rows.status(it)))
        .orElseGet(
            () ->
                Envelope.failure("Operation activity " + path.get("activity") + " was not found."));
  }

  private Optional<Environment> environment(Routes.Names path, Caller caller) {
    return Guid.parse(path.get("environment"))
        .flatMap(id -> world.lifecycle().environment(caller.project(), id));
  }

  /** What LCS has against applying this package to this environment. */
  private Optional<String> obstacle(Environment environment, Asset asset) {
    if (asset.fileType() != Asset.SOFTWARE_DEPLOYABLE_PACKAGE) {
      return Optional.of("Asset " + asset.id() + " is not a software deployable package.");
    }
    if (environment.type() == EnvironmentType.PRODUCTION) {
      return Optional.of(
          "Software deployable packages cannot be applied to a production environment through the API.");
    }
    if (environment.type() == EnvironmentType.BUILD) {
      return Optional.of("Packages cannot be applied to a build environment through the API.");
    }
    if (asset.validation(world.clock().age()) != Validation.DONE) {
      return Optional.of("Asset " + asset.id() + " has not been validated.");
    }
    return Optional.empty();
  }

  private Reply start(Environment environment, Asset asset, String name) {
    Operation operation =
        new Operation(
            ids.get(),
            environment.project(),
            environment.id(),
            asset.id(),
            name,
            Outcome.ofUpdate(name),
            world.clock().now(),
            world.clock().age());
    return world.start(environment, operation)
        ? Envelope.success(operation.activityId(), Fields.none())
        : Envelope.failure("Environment " + environment.name() + " is already being serviced.");
  }
}
