package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.World;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what a path names, by ids of either spelling; what is not there is refused. */
final class Finder {

  private final World world;

  Finder(World world) {
    this.world = world;
  }

  /** The environment in the path's {@code {environment}}. */
  Environment environment(Routes.Names path, Caller caller) throws RefusedException {
    return environment(path.get("environment"), caller);
  }

  Environment environment(String id, Caller caller) throws RefusedException {
    return Guid.parse(id)
        .flatMap(it -> world.lifecycle().environment(caller.project(), it))
        .orElseThrow(() -> RefusedException.inEnvelope("Environment " + id + " was not found."));
  }

  /** The asset in the path's {@code {asset}}, which is in the library. */
  Asset asset(Routes.Names path, Caller caller) throws RefusedException {
    String id = path.get("asset");
    return Guid.parse(id)
        .flatMap(it -> world.lifecycle().asset(caller.project(), it))
        .filter(Asset::isCommitted)
        .orElseThrow(() -> RefusedException.inEnvelope("Asset " + id + " was not found."));
  }

  /** The operation on an environment that has that id, and is of such a kind. */
  Operation operation(Environment environment, String activity, Predicate<OperationKind> kind)
      throws RefusedException {
    return Guid.parse(activity)
        .flatMap(id -> latest(environment, it -> it.activityId().equals(id)))
        .filter(it -> kind.test(it.kind()))
        .orElseThrow(
            () ->
                RefusedException.inEnvelope("Operation activity " + activity + " was not found."));
  }

  /** The latest operation on an environment that passes the test. */
  Optional<Operation> latest(Environment environment, Predicate<Operation> test) {
    return world.lifecycle().history(environment.id()).stream().filter(test).findFirst();
  }
}
