package dev.lifeline.hub.engine;

import dev.lifeline.core.LcsOperations;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.ImpatientTime;
import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.model.Watch;
import dev.lifeline.hub.schedule.Job;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Carries a run on as far as it goes without waiting: to the start of an operation, or past the end
 * of one. While an operation goes on, the run sleeps; its watch wakes it. Thread-safe.
 */
final class RunJob implements Job {
  private final Database database;
  private final Desks desks;
  private final Watching watching;
  private final EngineSettings settings;
  private final InstantSource clock;
  private final BiConsumer<Tables, UUID> heard;

  RunJob(
      Database database,
      Desks desks,
      Watching watching,
      EngineSettings settings,
      InstantSource clock,
      BiConsumer<Tables, UUID> heard) {
    this.database = database;
    this.desks = desks;
    this.watching = watching;
    this.settings = settings;
    this.clock = clock;
    this.heard = heard;
  }

  /** What is left to be done after a transaction. */
  private interface Rest extends Supplier<Optional<Instant>> {}

  private static final Rest NOTHING = Optional::empty;

  private static Rest at(Instant instant) {
    return () -> Optional.of(instant);
  }

  @Override
  public Optional<Instant> run(String id) {
    UUID run = UUID.fromString(id);
    return inBook(run, this::advance).get();
  }

  /** Work on a run that has not ended. */
  private interface Page {
    Rest write(Tables tables, Book book);
  }

  private Rest inBook(UUID id, Page page) {
    Instant now = clock.instant();
    return database.inTransaction(
        tables -> {
          Optional<Run> run = tables.runs().lock(id).filter(each -> !each.state().isEnd());
          if (run.isEmpty()) {
            return NOTHING;
          }
          try (Book book = new Book(tables, run.get(), now, heard)) {
            return page.write(tables, book);
          }
        });
  }

  private Rest advance(Tables tables, Book book) {
    if (book.run().times().cancelRequested() != null) {
      return callOff(book);
    }
    book.begin();
    Optional<RunStep> next =
        book.run().steps().stream().filter(step -> !step.state().isEnd()).findFirst();
    if (next.isEmpty()) {
      book.end(RunState.SUCCEEDED, null);
      return NOTHING;
    }
    RunStep step = next.get();
    if (step.state() == RunState.QUEUED) {
      book.beginStep(step);
      step = book.step(step.position());
    }
    String watch = step.progress().watch();
    return watch == null
        ? beginning(book.run(), step)
        : follow(book, step, tables.watches().lock(watch).orElseThrow());
  }

  private Rest beginning(Run run, RunStep step) {
    return () -> begin(run, step);
  }

  /** Outside of any transaction: LCS is asked. */
  private Optional<Instant> begin(Run run, RunStep step) {
    Notes notes = new Notes();
    StepJournal journal =
        new StepJournal(
            database, clock, (tables, operation) -> started(tables, run.id(), step, operation));
    try {
      LcsOperations.Desk desk =
          desks.open(run.place().connection(), run.place().project(), journal, notes);
      FollowedOperation operation = Deeds.begin(desk, ProjectId.of(run.place().lcsProject()), step);
      return inBook(
              run.id(),
              (tables, book) -> {
                notes.texts().forEach(text -> book.note(step.position(), EventKind.WARNING, text));
                join(tables, book, step, operation);
                return at(clock.instant()); // the watch may know something already
              })
          .get();
    } catch (LifelineException e) {
      return failed(run.id(), step, e, new Trouble(notes, journal.isOpen()));
    }
  }

  /** Within the transaction in which the start is written down. */
  private void started(Tables tables, UUID run, RunStep step, FollowedOperation operation) {
    Run locked = tables.runs().lock(run).orElseThrow();
    if (!locked.state().isEnd()) {
      try (Book book = new Book(tables, locked, clock.instant(), heard)) {
        join(tables, book, step, operation);
      }
    }
  }

  /** The step follows an operation from now on; nothing happens when it does already. */
  private void join(Tables tables, Book book, RunStep begun, FollowedOperation operation) {
    RunStep step = book.step(begun.position());
    boolean isOld = step.state().isEnd() || step.progress().watch() != null;
    if (isOld || step.progress().stage() != begun.progress().stage()) {
      return;
    }
    String watch = watching.begin(tables, Watch.Place.of(book.run().place()), operation);
    book.progress(step, step.progress().following(step.progress().stage(), operation, watch), null);
    book.event(
        step.position(),
        EventKind.STATE_CHANGED,
        Watching.title(operation) + " is followed",
        Map.of("activityId", operation.activity(), "operation", operation.kind()));
  }

  private record Trouble(Notes notes, boolean isUncertain) {}

  private Optional<Instant> failed(UUID run, RunStep begun, LifelineException e, Trouble trouble) {
    if (Problems.isInterruption(e)) {
      throw e;
    }
    return inBook(
            run,
            (tables, book) -> {
              RunStep step = book.step(begun.position());
              EventKind kind = trouble.isUncertain() ? EventKind.STUCK : EventKind.WARNING;
              trouble.notes().texts().forEach(text -> book.note(step.position(), kind, text));
              Optional<Instant> possible = ImpatientTime.possibleAt(e);
              if (step.progress().watch() != null) {
                return at(clock.instant());
              }
              if (possible.isPresent()) {
                if (trouble.isUncertain()) {
                  book.progress(step, step.progress().stuck(clock.instant()), step.problem());
                }
                return at(watching.spread(possible.get()));
              }
              return isOver(step, e, trouble) ? fail(book, step, e) : stuck(book, step, e);
            })
        .get();
  }

  /** What nobody knows the outcome of is asked for as long as an operation would be waited for. */
  private boolean isOver(RunStep step, LifelineException e, Trouble trouble) {
    Instant since = step.progress().stuckSince();
    Duration patience = trouble.isUncertain() ? Patience.TIMEOUT : settings.outage();
    return !Problems.isPassing(e)
        || (since != null && Duration.between(since, clock.instant()).compareTo(patience) > 0);
  }

  private static Rest fail(Book book, RunStep step, LifelineException e) {
    String problem = Problems.text(e.problem());
    book.endStep(step, RunState.FAILED, step.progress().status(), problem);
    book.end(RunState.FAILED, problem);
    return NOTHING;
  }

  private Rest stuck(Book book, RunStep step, LifelineException e) {
    Instant now = clock.instant();
    String problem = Problems.text(e.problem());
    book.progress(step, step.progress().stuck(now), problem);
    book.note(
        step.position(),
        EventKind.STUCK,
        "it does not get on, and is tried again: " + Problems.line(problem));
    return at(now.plus(settings.troubled()));
  }

  /** What was seen of the operation that the step follows. */
  private Rest follow(Book book, RunStep step, Watch watch) {
    String status = watch.waited().status();
    return switch (watch.verdict()) {
      case GOING -> {
        if (status != null
            && (!status.equals(step.progress().status()) || step.state() == RunState.STUCK)) {
          book.progress(step, step.progress().seen(status), null);
          tellState(book, step, watch.operation(), status);
        }
        yield NOTHING;
      }
      case STUCK -> {
        book.progress(step, step.progress().stuck(clock.instant()), watch.problem());
        book.note(
            step.position(),
            EventKind.STUCK,
            "it cannot be looked at, and is tried again: " + Problems.line(watch.problem()));
        yield NOTHING;
      }
      case SUCCEEDED -> succeeded(book, step, watch);
      case FAILED -> {
        book.endStep(step, RunState.FAILED, status, watch.problem());
        book.end(RunState.FAILED, watch.problem());
        yield NOTHING;
      }
    };
  }

  private Rest succeeded(Book book, RunStep step, Watch watch) {
    String status = watch.waited().status();
    Instant now = clock.instant();
    if (Deeds.hasMore(step.order(), watch.operation())) {
      tellState(book, step, watch.operation(), String.valueOf(status));
      book.progress(step, step.progress().starting(step.progress().stage() + 1), null);
      return at(now.plus(settings.rest()));
    }
    book.endStep(step, RunState.SUCCEEDED, status, null);
    return at(now);
  }

  private static void tellState(
      Book book, RunStep step, FollowedOperation operation, String status) {
    book.event(
        step.position(),
        EventKind.STATE_CHANGED,
        Watching.title(operation) + " is " + status,
        Map.of("status", status, "activityId", operation.activity()));
  }

  /** Ends a run as somebody wants it; LCS goes on with what goes on there. */
  private static Rest callOff(Book book) {
    for (RunStep step : book.run().steps()) {
      FollowedOperation operation = step.progress().operation();
      if (step.progress().watch() != null && operation != null) {
        book.event(
            step.position(),
            EventKind.WARNING,
            Watching.title(operation)
                + " goes on in LCS, which cannot call it off; it is not followed any more",
            Map.of("activityId", operation.activity()));
      }
    }
    book.end(RunState.CANCELLED, null);
    return NOTHING;
  }
}
