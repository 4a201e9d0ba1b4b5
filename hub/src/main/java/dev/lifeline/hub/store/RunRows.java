package dev.lifeline.hub.store;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.model.StepInput;
import dev.lifeline.hub.model.StepKind;
import dev.lifeline.hub.model.StepOrder;
import dev.lifeline.hub.model.StepProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** How runs and their steps become rows, and the reverse. */
final class RunRows {
  static final String RUN = "select r.* from runs r ";

  private RunRows() {}

  static <S extends SqlStatement<S>> S bind(S statement, Run run) {
    Run.Place place = run.place();
    Run.Origin origin = run.origin();
    return statement
        .bind("id", run.id())
        .bind("organization", place.organization())
        .bind("project", place.project())
        .bind("connection", place.connection())
        .bind("lcsProject", place.lcsProject())
        .bind("name", run.name())
        .bind("person", origin.person())
        .bind("token", Rows.maybe(origin.token()))
        .bind("tokenName", origin.tokenName())
        .bind("key", origin.idempotencyKey())
        .bind("hash", origin.orderHash())
        .bind("rerunOf", Rows.maybe(origin.rerunOf()))
        .bind("state", run.state().id())
        .bind("created", run.times().created());
  }

  static <S extends SqlStatement<S>> S bindProgress(S statement, UUID run, RunStep step) {
    StepProgress progress = step.progress();
    FollowedOperation operation = progress.operation();
    return statement
        .bind("run", run)
        .bind("position", step.position())
        .bind("state", progress.state().id())
        .bind("stage", progress.stage())
        .bind("operation", operation == null ? null : Json.write(operation))
        .bind("status", progress.status())
        .bind("watch", progress.watch())
        .bind("stuckSince", progress.stuckSince())
        .bind("started", step.started())
        .bind("ended", step.ended())
        .bind("problem", step.problem());
  }

  /** What an order was told, as JSON. */
  static String inputs(StepOrder order) {
    Map<String, String> inputs = new LinkedHashMap<>();
    order.inputs().forEach((input, value) -> inputs.put(input.id(), value));
    return Json.write(inputs);
  }

  /** By which a step's environment is found; null when it has none. */
  static @Nullable String environment(StepOrder order) {
    return order.input(StepInput.ENVIRONMENT).map(RunRows::environmentKey).orElse(null);
  }

  /** Ids compare without their dashes, names without case. */
  static String environmentKey(String idOrName) {
    String text = idOrName.strip().toLowerCase(Locale.ROOT);
    return EnvironmentId.isOne(text) ? text.replace("-", "") : text;
  }

  static RunState state(ResultSet row) throws SQLException {
    String state = Rows.text(row, "state");
    return RunState.withId(state).orElseThrow(() -> new IllegalStateException(state));
  }

  /** A run without its steps. */
  static Run run(ResultSet row) throws SQLException {
    return new Run(
        Rows.id(row, "id"),
        row.getLong("number"),
        Rows.text(row, "name"),
        new Run.Place(
            Rows.id(row, "organization_id"),
            Rows.id(row, "project_id"),
            Rows.id(row, "connection_id"),
            Rows.text(row, "lcs_project")),
        new Run.Origin(
            Rows.id(row, "person_id"),
            Rows.idOrNull(row, "token_id"),
            Rows.text(row, "token_name"),
            row.getString("idempotency_key"),
            Rows.text(row, "order_hash"),
            Rows.idOrNull(row, "rerun_of")),
        state(row),
        new Run.Times(
            Rows.time(row, "created"),
            Rows.timeOrNull(row, "started"),
            Rows.timeOrNull(row, "ended"),
            Rows.timeOrNull(row, "cancel_requested")),
        row.getString("problem"),
        List.of());
  }

  static RunStep step(ResultSet row) throws SQLException {
    String operation = row.getString("operation");
    return new RunStep(
        row.getInt("position"),
        order(row),
        new StepProgress(
            state(row),
            row.getInt("stage"),
            operation == null ? null : operation(operation),
            row.getString("status"),
            row.getString("watch_id"),
            Rows.timeOrNull(row, "stuck_since")),
        Rows.timeOrNull(row, "started"),
        Rows.timeOrNull(row, "ended"),
        row.getString("problem"));
  }

  static FollowedOperation operation(String stored) {
    return Json.read(stored, FollowedOperation.class)
        .orElseThrow(() -> new IllegalStateException("a damaged operation"));
  }

  private static StepOrder order(ResultSet row) throws SQLException {
    String kind = Rows.text(row, "kind");
    Map<StepInput, String> inputs = new EnumMap<>(StepInput.class);
    Map<?, ?> stored = Json.read(Rows.text(row, "inputs"), Map.class).orElseThrow();
    for (Map.Entry<?, ?> each : stored.entrySet()) {
      StepInput.withId(String.valueOf(each.getKey()))
          .ifPresent(input -> inputs.put(input, String.valueOf(each.getValue())));
    }
    return new StepOrder(
        StepKind.withId(kind).orElseThrow(() -> new IllegalStateException(kind)), inputs);
  }
}
