package dev.lifeline.hub.run;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.StepKind;
import dev.lifeline.hub.store.RunEvents;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Refusal;
import dev.lifeline.hub.web.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs are asked for, called off and asked for again. */
public final class RunRequests {
  private final RunOrders orders;
  private final RunQueue queue;
  private final RunWaiters waiters;

  /**
   * For a hub.
   *
   * @param ids makes ids
   * @param queue hears of each run that waits to be carried on, within the transaction
   * @param waiters hears of each job that waits for a run, within the transaction
   */
  public RunRequests(Supplier<UUID> ids, RunQueue queue, RunWaiters waiters) {
    this.orders = new RunOrders(ids);
    this.queue = queue;
    this.waiters = waiters;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.RUN_START, call -> start(call, orders.read(call)))
        .on(Route.RUN_AGAIN, call -> start(call, orders.again(call, requireOne(call, Power.USE))))
        .on(Route.RUN_CANCEL, this::cancel);
  }

  /**
   * Asks for a run that does again what another did.
   *
   * @param key the same key means the same run
   * @return its id
   */
  public UUID again(Call call, Run run, String key) {
    return ask(call, orders.again(call, run, key)).id();
  }

  private record Asked(UUID id, boolean isNew) {}

  private Reply start(Call call, Run run) {
    Asked asked = ask(call, run);
    Reply reply = shown(call, asked.id());
    return asked.isNew() ? reply.status(201) : reply;
  }

  private Asked ask(Call call, Run run) {
    Optional<PlanHeaders.Waiter> waiter = PlanHeaders.read(call.http());
    Optional<Run> known = put(call, run);
    UUID id = known.orElse(run).id();
    waiter.ifPresent(it -> waiters.add(call.tables(), id, it.job(), it.token()));
    return new Asked(id, known.isEmpty());
  }

  /**
   * Starts a run of one step.
   *
   * @param key the same key of the same person means the same run
   * @return its id
   * @throws Refusal what the REST API would refuse, too
   */
  public UUID start(Call call, String connection, OneStep step, String key) {
    Map<String, Object> inputs = new LinkedHashMap<>(step.inputs());
    inputs.put("kind", step.kind().id());
    Run run =
        orders.read(
            call,
            new RunJson(
                connection,
                call.organization().name(),
                call.project().id().toString(),
                step.lcsProject(),
                step.name(),
                key,
                List.of(inputs)));
    return put(call, run).map(Run::id).orElse(run.id());
  }

  /**
   * A step that is a run by itself.
   *
   * @param lcsProject the project's id in LCS
   * @param name for people
   * @param inputs by the names that the REST API has
   */
  public record OneStep(StepKind kind, String lcsProject, String name, Map<String, String> inputs) {
    public OneStep {
      inputs = Map.copyOf(inputs);
    }
  }

  /** Stores it and has it carried on; gives the run that there is already for the same key. */
  private Optional<Run> put(Call call, Run run) {
    if (call.tables().runs().add(run).isEmpty()) {
      return Optional.of(sameAsBefore(call, run));
    }
    queue.put(call.tables(), run.id(), call.now());
    audit(call, "run.started", run);
    call.tables()
        .runEvents()
        .add(event(call, run, EventKind.CREATED, "'" + run.name() + "' was asked for"));
    return Optional.empty();
  }

  /** The same key means the same run, so that a request can be repeated without fear. */
  private static Run sameAsBefore(Call call, Run run) {
    @Nullable String key = run.origin().idempotencyKey();
    Run known =
        call.tables().runs().withKey(run.origin().person(), String.valueOf(key)).orElseThrow();
    if (!known.origin().orderHash().equals(run.origin().orderHash())) {
      throw Fault.CONFLICT.refuse(
          "The idempotency key '" + key + "' belongs to another run: " + known.id() + ".");
    }
    return known;
  }

  private Reply cancel(Call call) {
    UUID id = requireOne(call, Power.USE).id();
    boolean isNew = callOff(call, id);
    return shown(call, id).status(isNew ? 202 : 200);
  }

  /**
   * Calls a run off, unless it has ended or was called off before.
   *
   * @return whether it goes on until somebody carries that out
   */
  public boolean callOff(Call call, UUID id) {
    Run run = call.tables().runs().lock(id).orElseThrow();
    boolean isNew = run.times().cancelRequested() == null && !run.state().isEnd();
    if (isNew) {
      Run.Times times = run.times();
      call.tables()
          .runs()
          .update(
              run.with(
                  run.state(),
                  new Run.Times(times.created(), times.started(), times.ended(), call.now())));
      queue.put(call.tables(), run.id(), call.now());
      audit(call, "run.cancelled", run);
      call.tables()
          .runEvents()
          .add(
              event(
                  call,
                  run,
                  EventKind.CANCEL_REQUESTED,
                  call.caller().person().displayName() + " called it off"));
    }
    return isNew;
  }

  /**
   * The run in the path, on whose connection the caller has that power.
   *
   * @throws Refusal NOT_FOUND when the caller may not know of it, FORBIDDEN
   */
  public static Run requireOne(Call call, Power power) {
    Run run =
        Ids.parse(call.http().parameter("runId").orElse(null))
            .flatMap(id -> call.tables().runs().get(id))
            .filter(each -> powers(call, each).contains(Power.VIEW))
            .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such run."));
    call.require(power, powers(call, run), "You do not have permission to use the connection.");
    return run;
  }

  /** What the caller may do with a run's connection; of one that is gone, only administrators. */
  public static Set<Power> powers(Call call, Run run) {
    return call.tables()
        .connections()
        .get(run.place().connection())
        .map(connection -> call.standing().on(connection, run.place().project()))
        .orElseGet(call.standing()::onHub);
  }

  private static Reply shown(Call call, UUID id) {
    String address = call.http().address();
    Map<String, @Nullable Object> json =
        RunView.json(call.tables().runs().get(id).orElseThrow(), address);
    return Reply.json(json).header("Location", address + "/api/v1/runs/" + id);
  }

  private static RunEvents.Fresh event(Call call, Run run, EventKind kind, String text) {
    String details = Json.write(Map.of("personId", call.caller().person().id().toString()));
    return new RunEvents.Fresh(run.id(), null, call.now(), kind, text, details);
  }

  private static void audit(Call call, String action, Run run) {
    Run.Place place = run.place();
    call.audit(
        action,
        new AuditEntry.About(place.organization(), place.project(), place.connection()),
        run.name() + " " + run.id());
  }
}
