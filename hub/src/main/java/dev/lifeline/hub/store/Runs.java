package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Runs with their steps. */
public final class Runs {
  private final Handle handle;

  Runs(Handle handle) {
    this.handle = handle;
  }

  /**
   * A connection as one project of the hub knows it.
   *
   * @param connection its id
   * @param project the project's id
   */
  public record Place(UUID connection, UUID project) {}

  /**
   * Which runs are meant.
   *
   * @param places over which connections; null for all
   * @param states in which states; empty for all
   * @param environment of which environment, by id or name as their steps say it; null for all
   */
  public record Filter(
      @Nullable List<Place> places, List<RunState> states, @Nullable String environment) {
    public Filter {
      places = places == null ? null : List.copyOf(places);
      states = List.copyOf(states);
    }
  }

  /**
   * Adds a run with its steps.
   *
   * @return its number; empty when that person has a run with that idempotency key
   */
  public Optional<Long> add(Run run) {
    Optional<Long> number =
        RunRows.bind(
                handle.createUpdate(
                    "insert into runs (id, organization_id, project_id, connection_id,"
                        + " lcs_project, name, person_id, token_id, token_name, idempotency_key,"
                        + " order_hash, rerun_of, state, created) values (:id, :organization,"
                        + " :project, :connection, :lcsProject, :name, :person, :token,"
                        + " :tokenName, :key, :hash, :rerunOf, :state, :created)"
                        + " on conflict do nothing"),
                run)
            .executeAndReturnGeneratedKeys("number")
            .mapTo(Long.class)
            .findFirst();
    if (number.isPresent()) {
      run.steps().forEach(step -> addStep(run.id(), step));
    }
    return number;
  }

  /** The run of that id. */
  public Optional<Run> get(UUID id) {
    return read(handle.createQuery(RunRows.RUN + "where r.id = :id").bind("id", id)).stream()
        .findFirst();
  }

  /** The run of that id; nobody else changes it until the transaction ends. */
  public Optional<Run> lock(UUID id) {
    handle
        .createQuery("select number from runs where id = :id for update")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne();
    return get(id);
  }

  /** The run that a person started with that idempotency key. */
  public Optional<Run> withKey(UUID person, String key) {
    return read(
            handle
                .createQuery(
                    RunRows.RUN + "where r.person_id = :person and r.idempotency_key = :key")
                .bind("person", person)
                .bind("key", key))
        .stream()
        .findFirst();
  }

  /**
   * Runs, the newest first.
   *
   * @param below only those with a number below this one
   * @param most how many
   */
  public List<Run> list(Filter filter, long below, int most) {
    List<Place> places = filter.places();
    if (places != null && places.isEmpty()) {
      return List.of();
    }
    Query query =
        handle
            .createQuery(
                RunRows.RUN
                    + "where r.number in (select number from runs where number < :below"
                    + condition(filter)
                    + " order by number desc fetch first :most rows only)"
                    + " order by r.number desc")
            .bind("below", below)
            .bind("most", most);
    for (int i = 0; places != null && i < places.size(); i++) {
      query.bind("connection" + i, places.get(i).connection());
      query.bind("project" + i, places.get(i).project());
    }
    for (int i = 0; i < filter.states().size(); i++) {
      query.bind("state" + i, filter.states().get(i).id());
    }
    if (filter.environment() != null) {
      query.bind("environment", RunRows.environmentKey(filter.environment()));
    }
    return read(query);
  }

  private static String condition(Filter filter) {
    List<String> places = new ArrayList<>();
    for (int i = 0; filter.places() != null && i < filter.places().size(); i++) {
      places.add("(connection_id = :connection%d and project_id = :project%d)".formatted(i, i));
    }
    List<String> states = new ArrayList<>();
    for (int i = 0; i < filter.states().size(); i++) {
      states.add(":state" + i);
    }
    return (places.isEmpty() ? "" : " and (" + String.join(" or ", places) + ")")
        + (states.isEmpty() ? "" : " and state in (" + String.join(", ", states) + ")")
        + (filter.environment() == null
            ? ""
            : " and id in (select run_id from run_steps where environment = :environment)");
  }

  /** Writes down where a run stands; its steps are written by themselves. */
  public void update(Run run) {
    handle
        .createUpdate(
            "update runs set state = :state, started = :started, ended = :ended,"
                + " cancel_requested = :cancel, problem = :problem where id = :id")
        .bind("state", run.state().id())
        .bind("started", run.times().started())
        .bind("ended", run.times().ended())
        .bind("cancel", run.times().cancelRequested())
        .bind("problem", run.problem())
        .bind("id", run.id())
        .execute();
  }

  /** Writes down where a step stands. */
  public void updateStep(UUID run, RunStep step) {
    RunRows.bindProgress(
            handle.createUpdate(
                "update run_steps set state = :state, stage = :stage, operation = :operation,"
                    + " status = :status, watch_id = :watch, stuck_since = :stuckSince, started = :started, ended = :ended, problem = :problem"
                    + " where run_id = :run and position = :position"),
            run,
            step)
        .execute();
  }

  /** The runs that wait for what is looked at. */
  public List<UUID> waitingFor(String watch) {
    return handle
        .createQuery("select run_id from run_steps where watch_id = :watch")
        .bind("watch", watch)
        .map((row, context) -> Rows.id(row, "run_id"))
        .list();
  }

  /** How many runs are in which state; states of which there is none are left out. */
  public Map<RunState, Long> count() {
    Map<RunState, Long> counts = new EnumMap<>(RunState.class);
    handle
        .createQuery("select state, count(*) as runs from runs group by state")
        .map((row, context) -> Map.entry(RunRows.state(row), row.getLong("runs")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private void addStep(UUID run, RunStep step) {
    RunRows.bindProgress(
            handle.createUpdate(
                "insert into run_steps (run_id, position, kind, inputs, environment, state, stage,"
                    + " operation, status, watch_id, stuck_since, started, ended, problem)"
                    + " values (:run, :position,"
                    + " :kind, :inputs, :environment, :state, :stage, :operation, :status,"
                    + " :watch, :stuckSince, :started, :ended, :problem)"),
            run,
            step)
        .bind("kind", step.order().kind().id())
        .bind("inputs", RunRows.inputs(step.order()))
        .bind("environment", RunRows.environment(step.order()))
        .execute();
  }

  private List<Run> read(Query query) {
    List<Run> bare = query.map((row, context) -> RunRows.run(row)).list();
    if (bare.isEmpty()) {
      return bare;
    }
    Map<UUID, List<RunStep>> steps = new LinkedHashMap<>();
    handle
        .createQuery("select * from run_steps where run_id in (<ids>) order by run_id, position")
        .bindList("ids", bare.stream().map(Run::id).toList())
        .map((row, context) -> Map.entry(Rows.id(row, "run_id"), RunRows.step(row)))
        .forEach(
            entry ->
                steps
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return bare.stream().map(run -> run.with(steps.getOrDefault(run.id(), List.of()))).toList();
  }
}
