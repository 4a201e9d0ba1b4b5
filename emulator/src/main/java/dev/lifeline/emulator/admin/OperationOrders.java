package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.Outcome;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How often what was started, and how it ends. */
final class OperationOrders {

  private final World world;

  OperationOrders(World world) {
    this.world = world;
  }

  private record Same(UUID environment, String name, OperationKind kind) {}

  /** How many operations of a kind were started on an environment under one name. */
  Fields count() {
    Map<Same, Integer> counts = new LinkedHashMap<>();
    for (Operation it : world.lifecycle().operations()) {
      counts.merge(new Same(it.environment(), it.name(), it.kind()), 1, Integer::sum);
    }
    return Fields.of(
        "operations",
        counts.entrySet().stream()
            .map(
                it ->
                    Fields.of("environment", it.getKey().environment().toString())
                        .with("environmentName", name(it.getKey().environment()))
                        .with("name", it.getKey().name())
                        .with("kind", Body.spelling(it.getKey().kind()))
                        .with("count", it.getValue())
                        .tree())
            .toList());
  }

  /** Decides how an operation ends, as if that had been decided at its start. */
  Fields decide(Call call, String activityId) throws IOException {
    Outcome outcome = outcome(Body.of(call).allowing(Set.of("outcome")));
    UUID id =
        Guid.parse(activityId)
            .orElseThrow(() -> new IllegalArgumentException("that is no activity id"));
    Operation operation =
        world.lifecycle().operations().stream()
            .filter(it -> it.activityId().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no such operation"))
            .with(outcome);
    world.changeLifecycle(it -> it.with(operation));
    return new WorldView(world).operation(operation);
  }

  /** Decides how the next operations end, whatever their names. */
  Fields decideNext(Call call) throws IOException {
    Body order = Body.of(call).allowing(Set.of("outcome", "times"));
    List<Outcome> more = Collections.nCopies(order.count("times", 1), outcome(order));
    world.changeLifecycle(
        it -> {
          List<Outcome> all = new ArrayList<>(it.nextOutcomes());
          all.addAll(more);
          return it.withNextOutcomes(all);
        });
    return next();
  }

  /** The next operations end by their names again. */
  void forgetNext() {
    world.changeLifecycle(it -> it.withNextOutcomes(List.of()));
  }

  /** How the next operations end. */
  Fields next() {
    return Fields.of(
        "outcomes", world.lifecycle().nextOutcomes().stream().map(Body::spelling).toList());
  }

  private static Outcome outcome(Body order) {
    return order
        .findChoice("outcome", Outcome.class)
        .orElseThrow(() -> new IllegalArgumentException("\"outcome\" is required"));
  }

  private String name(UUID environment) {
    return world.lifecycle().environments().stream()
        .filter(it -> it.id().equals(environment))
        .map(Environment::name)
        .findFirst()
        .orElse("");
  }
}
