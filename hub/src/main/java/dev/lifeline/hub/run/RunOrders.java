package dev.lifeline.hub.run;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.model.StepOrder;
import dev.lifeline.hub.web.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes runs of what clients ask for, and refuses what makes no sense. */
final class RunOrders {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_KEY = 128;

  private final Supplier<UUID> ids;

  RunOrders(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /** The run that a body asks for; it is not stored yet. */
  Run read(Call call) {
    return read(call, call.http().body(RunJson.class));
  }

  /** The run that is asked for; it is not stored yet. */
  Run read(Call call, RunJson json) {
    Connection connection = connection(call, json);
    Project project = project(call, connection, json.project());
    List<StepOrder> steps = StepRules.read(json.steps());
    String lcsProject = lcsProject(json.projectId());
    @Nullable String key = key(call.http().header("Idempotency-Key").orElse(json.idempotencyKey()));
    Run.Place place =
        new Run.Place(connection.organization(), project.id(), connection.id(), lcsProject);
    return run(call, new Wanted(place, name(json.name(), steps), steps), key, null);
  }

  /** A run that does again what another did. */
  Run again(Call call, Run run) {
    return again(call, run, call.http().header("Idempotency-Key").orElse(null));
  }

  /** As {@link #again(Call, Run)}, under that key. */
  Run again(Call call, Run run, @Nullable String given) {
    List<StepOrder> steps = run.steps().stream().map(RunStep::order).toList();
    return run(call, new Wanted(run.place(), run.name(), steps), key(given), run.id());
  }

  private record Wanted(Run.Place place, String name, List<StepOrder> steps) {
    String hash() {
      List<String> parts = new ArrayList<>();
      parts.add(place.toString());
      parts.add(name);
      steps.forEach(step -> parts.add(step.toString()));
      return Shelf.key(parts);
    }
  }

  private Run run(Call call, Wanted wanted, @Nullable String key, @Nullable UUID rerunOf) {
    return new Run(
        ids.get(),
        0,
        wanted.name(),
        wanted.place(),
        new Run.Origin(
            call.caller().person().id(),
            call.caller().tokenId().orElse(null),
            call.caller().name(),
            key,
            wanted.hash(),
            rerunOf),
        RunState.QUEUED,
        Run.Times.createdAt(call.now()),
        null,
        IntStream.range(0, wanted.steps().size())
            .mapToObj(position -> RunStep.queued(position, wanted.steps().get(position)))
            .toList());
  }

  /** The connection that is meant, which the caller may use. */
  private static Connection connection(Call call, RunJson json) {
    String named = Objects.requireNonNullElse(json.connection(), "").strip();
    if (named.isEmpty()) {
      throw Fault.ARGUMENT.refuse("'connection' is required: a connection's id or its name.");
    }
    Connection connection =
        Ids.parse(named).isPresent()
            ? call.connectionWithId(named)
            : named(call, named, json.organization());
    call.require(
        Power.USE, call.powersOn(connection), "You do not have permission to use the connection.");
    return connection;
  }

  private static Connection named(Call call, String name, @Nullable String organization) {
    List<Connection> found = new ArrayList<>();
    for (Organization each : call.tables().organizations().list()) {
      if (organization == null || organization.equalsIgnoreCase(each.name())) {
        call.tables().connections().of(each.id()).stream()
            .filter(connection -> isNamed(connection, name))
            .filter(connection -> call.standing().on(connection).contains(Power.VIEW))
            .forEach(found::add);
      }
    }
    if (found.isEmpty()) {
      throw Fault.ENDPOINT_UNKNOWN.refuse("There is no service connection '" + name + "'.");
    }
    if (found.size() > 1) {
      throw Fault.ARGUMENT.refuse(
          "There are " + found.size() + " service connections '" + name + "': name one by its id.");
    }
    return found.get(0);
  }

  private static boolean isNamed(Connection connection, String name) {
    return connection.labels().name().equalsIgnoreCase(name)
        || connection.references().stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
  }

  /** The project in whose name the connection is used. */
  private static Project project(Call call, Connection connection, @Nullable String named) {
    return connection.references().stream()
        .map(ProjectReference::project)
        .filter(
            project ->
                named == null
                    || project.name().equalsIgnoreCase(named.strip())
                    || project.id().toString().equalsIgnoreCase(named.strip()))
        .filter(project -> call.standing().on(connection, project.id()).contains(Power.USE))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.FORBIDDEN.refuse(
                    "You do not have permission to use the connection in that project."));
  }

  private static String lcsProject(@Nullable Object given) {
    try {
      return ProjectId.of(String.valueOf(given)).toString();
    } catch (IllegalArgumentException e) {
      throw Fault.ARGUMENT.refuse(
          "'projectId' has to be the id of a project in LCS, a positive whole number.");
    }
  }

  private static String name(@Nullable String given, List<StepOrder> steps) {
    String name = given == null ? "" : given.strip();
    if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
      throw Fault.ARGUMENT.refuse("'name' has at most " + LONGEST_NAME + " characters.");
    }
    return name.isEmpty() ? steps.get(0).kind().id() : name;
  }

  private static @Nullable String key(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String key = given.strip();
    if (key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw Fault.ARGUMENT.refuse(
          "An idempotency key has at most " + LONGEST_KEY + " printable characters.");
    }
    return key;
  }
}
