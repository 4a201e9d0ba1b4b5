package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Infrastructure;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.Work;
import dev.lifeline.emulator.world.World;
import java.util.UUID;
import java.util.function.Supplier;

/** Starts and stops customer-managed environments; the answer says only that it was begun (DOC). */
final class Power {

  private final World world;
  private final Supplier<UUID> ids;
  private final Finder finder;

  Power(World world, Supplier<UUID> ids) {
    this.world = world;
    this.ids = ids;
    this.finder = new Finder(world);
  }

  /** Succeeds, and does nothing, when the environment is started already (DOC). */
  Reply start(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Environment environment = environment(path, caller);
    return world.isStopped(environment)
        ? begin(environment, OperationKind.START)
        : Envelope.success(ids.get(), Fields.none());
  }

  /** Fails when the environment is stopped already (DOC). */
  Reply stop(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Environment environment = environment(path, caller);
    if (world.isStopped(environment)) {
      throw RefusedException.inEnvelope(
          "Environment " + environment.name() + " is already stopped.");
    }
    return begin(environment, OperationKind.STOP);
  }

  private Environment environment(Routes.Names path, Caller caller) throws RefusedException {
    caller.mustService();
    Environment environment = finder.environment(path, caller);
    if (environment.infrastructure() != Infrastructure.CUSTOMER_MANAGED) {
      throw RefusedException.inEnvelope(
          "Environment "
              + environment.name()
              + " is not customer-managed: it cannot be started or stopped.");
    }
    if (world.running(environment).isPresent()) {
      throw busy(environment);
    }
    return environment;
  }

  private Reply begin(Environment environment, OperationKind kind) throws RefusedException {
    return world
        .start(environment, new Work(kind, kind.display(), null, null), ids.get())
        .map(it -> Envelope.success(it.activityId(), Fields.none()))
        .orElseThrow(() -> busy(environment));
  }

  private static RefusedException busy(Environment environment) {
    return RefusedException.inEnvelope(
        "Environment " + environment.name() + " is already undergoing another operation.");
  }
}
