package dev.lifeline.hub.engine;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.model.StepProgress;
import dev.lifeline.hub.store.RunEvents;
import dev.lifeline.hub.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a run within one transaction: where it and its steps stand, and what
 * happened. Events are added when it is closed, last of all. For one thread.
 */
final class Book implements AutoCloseable {
  private final Tables tables;
  private final Instant now;
  private final BiConsumer<Tables, UUID> heard;
  private final List<RunEvents.Fresh> events = new ArrayList<>();
  private Run run;

  /**
   * Of a run that is locked in that transaction.
   *
   * @param heard hears of it when something has happened to the run
   */
  Book(Tables tables, Run run, Instant now, BiConsumer<Tables, UUID> heard) {
    this.tables = tables;
    this.run = run;
    this.now = now;
    this.heard = heard;
  }

  /** The run as it is written by now. */
  Run run() {
    return run;
  }

  RunStep step(int position) {
    return run.steps().get(position);
  }

  /** The run gets on. */
  void begin() {
    if (run.times().started() == null) {
      Run.Times times = run.times();
      write(
          run.with(
              RunState.RUNNING,
              new Run.Times(times.created(), now, null, times.cancelRequested())));
      event(null, EventKind.STARTED, "'" + run.name() + "' begins", Map.of());
    }
  }

  /** A step begins. */
  void beginStep(RunStep step) {
    write(new RunStep(step.position(), step.order(), step.progress().starting(0), now, null, null));
    event(
        step.position(),
        EventKind.STEP_STARTED,
        "step %d of %d: %s"
            .formatted(step.position() + 1, run.steps().size(), Deeds.title(step.order())),
        Map.of("kind", step.order().kind().id()));
  }

  /** A step has come further; the run stands where the step does. */
  void progress(RunStep step, StepProgress progress, @Nullable String problem) {
    write(new RunStep(step.position(), step.order(), progress, step.started(), null, problem));
    if (run.state() != progress.state()) {
      write(run.with(progress.state(), run.times()));
    }
  }

  /** A step is at its end. */
  void endStep(RunStep step, RunState end, @Nullable String status, @Nullable String problem) {
    FollowedOperation operation = step.progress().operation();
    write(
        new RunStep(
            step.position(),
            step.order(),
            step.progress().ended(end, status),
            step.started(),
            now,
            problem));
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", end.id());
    if (operation != null) {
      details.put("activityId", operation.activity());
      tables.startNotes().removeOf(StepJournal.digits(operation.activity()));
    }
    if (step.started() != null) {
      String why = problem == null ? "" : ": " + Problems.line(problem);
      event(
          step.position(),
          EventKind.STEP_ENDED,
          "step " + (step.position() + 1) + " " + end.id() + why,
          details);
    }
  }

  /** The run is at its end; steps that have not begun are called off. */
  void end(RunState end, @Nullable String problem) {
    for (RunStep step : run.steps()) {
      if (!step.state().isEnd()) {
        endStep(step, RunState.CANCELLED, step.progress().status(), null);
      }
    }
    Run.Times times = run.times();
    Run ended =
        new Run(
            run.id(),
            run.number(),
            run.name(),
            run.place(),
            run.origin(),
            end,
            new Run.Times(times.created(), times.started(), now, times.cancelRequested()),
            problem,
            run.steps());
    write(ended);
    String why = problem == null ? "" : ": " + Problems.line(problem);
    event(
        null, EventKind.ENDED, "'" + run.name() + "' " + end.id() + why, Map.of("state", end.id()));
    addUse();
  }

  /** Something happened. */
  void event(@Nullable Integer step, EventKind kind, String text, Map<String, Object> details) {
    events.add(new RunEvents.Fresh(run.id(), step, now, kind, text, Json.write(details)));
  }

  /** Something worth knowing, once: what the last event said already is not said again. */
  void note(int step, EventKind kind, String text) {
    boolean isSaid =
        events.isEmpty()
            ? tables.runEvents().last(run.id()).map(last -> last.text().equals(text)).orElse(false)
            : events.get(events.size() - 1).text().equals(text);
    if (!isSaid) {
      event(step, kind, text, Map.of());
    }
  }

  @Override
  public void close() {
    if (!events.isEmpty()) {
      heard.accept(tables, run.id());
    }
    events.forEach(event -> tables.runEvents().add(event));
  }

  private void write(RunStep step) {
    List<RunStep> steps = new ArrayList<>(run.steps());
    steps.set(step.position(), step);
    run = run.with(steps);
    tables.runs().updateStep(run.id(), step);
  }

  private void write(Run newRun) {
    run = newRun;
    tables.runs().update(newRun);
  }

  /** The connection's usage history tells of the run. */
  private void addUse() {
    Run.Place place = run.place();
    if (tables.connections().get(place.connection()).isEmpty()) {
      return;
    }
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("planType", "Lifeline");
    use.put("definition", Map.of("id", run.id().toString(), "name", run.name()));
    use.put("owner", Map.of("name", run.origin().tokenName()));
    use.put("startTime", run.times().created().toString());
    use.put("finishTime", now.toString());
    use.put(
        "result",
        switch (run.state()) {
          case SUCCEEDED -> "succeeded";
          case CANCELLED -> "canceled";
          case QUEUED, RUNNING, WAITING, STUCK, FAILED -> "failed";
        });
    tables.executions().add(place.project(), place.connection(), Json.write(use));
  }
}
