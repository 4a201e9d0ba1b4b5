package dev.lifeline.hub.engine;

import dev.lifeline.core.LcsOperations;
import dev.lifeline.core.asset.AssetValidation;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.operation.WaitState;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.Sight;
import dev.lifeline.core.time.ImpatientTime;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.model.Watch;
import dev.lifeline.hub.model.Watch.Verdict;
import dev.lifeline.hub.schedule.Agenda;
import dev.lifeline.hub.schedule.Job;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Looks at operations, each once for all runs that wait for it, and wakes them when something has
 * changed. Thread-safe.
 */
final class Watching implements Job {
  static final String KIND = "watch";

  /** A watch that ended stays until nobody waits for it any more. */
  private static final Duration WAKE_AGAIN = Duration.ofSeconds(5);

  /** Who comes back at the same time comes one after the other. */
  private static final int SPREAD_MILLIS = 2000;

  private static final double LARGEST_DELAY = 0.1;

  private final Database database;
  private final Desks desks;
  private final Agenda agenda;
  private final EngineSettings settings;
  private final Clockwork clockwork;

  /** Time and chance, and what is counted. */
  record Clockwork(InstantSource clock, RandomGenerator random, Counts counts) {}

  Watching(
      Database database, Desks desks, Agenda agenda, EngineSettings settings, Clockwork clockwork) {
    this.database = database;
    this.desks = desks;
    this.agenda = agenda;
    this.settings = settings;
    this.clockwork = clockwork;
  }

  /** Such as {@code the operation 55eb… (hq)}. */
  static String title(FollowedOperation operation) {
    return operation.kind().equals(FollowedOperation.VALIDATION)
        ? "the validation of asset " + operation.activity()
        : "the operation " + operation.activity() + " (" + operation.kind() + ")";
  }

  /**
   * Begins to look at an operation, if nobody does yet.
   *
   * @return the id of what looks at it, locked until the transaction ends
   */
  String begin(Tables tables, Watch.Place place, FollowedOperation operation) {
    Instant now = clockwork.clock().instant();
    Watch watch = Watch.begin(place, operation, now);
    boolean isNew = tables.watches().add(watch);
    Watch there = tables.watches().lock(watch.id()).orElseThrow();
    if (there.verdict().isEnd()) { // of an earlier wait, about to be removed
      tables.watches().remove(watch.id());
      tables.watches().add(watch);
    }
    if (isNew || there.verdict().isEnd()) {
      agenda.put(tables, KIND, watch.id(), now);
    }
    return watch.id();
  }

  /** A little later than that. */
  Instant spread(Instant instant) {
    return instant.plusMillis(clockwork.random().nextInt(SPREAD_MILLIS));
  }

  @Override
  public Optional<Instant> run(String id) {
    Optional<Supplier<Optional<Instant>>> rest =
        database.inTransaction(tables -> tables.watches().lock(id).map(it -> prepare(tables, it)));
    return rest.flatMap(Supplier::get);
  }

  private Supplier<Optional<Instant>> prepare(Tables tables, Watch watch) {
    List<UUID> waiting = tables.runs().waitingFor(watch.id());
    if (waiting.isEmpty()) {
      tables.watches().remove(watch.id());
      return Optional::empty;
    }
    if (watch.verdict().isEnd()) {
      wake(tables, waiting);
      Instant again = clockwork.clock().instant().plus(WAKE_AGAIN);
      return () -> Optional.of(again);
    }
    clockwork.counts().looked(waiting.size());
    return () -> look(watch);
  }

  private void wake(Tables tables, List<UUID> runs) {
    Instant now = clockwork.clock().instant();
    runs.forEach(run -> agenda.put(tables, Engine.RUN, run.toString(), now));
  }

  /** What a look showed, and what is wrong when it is a bad end. */
  private record Seen(OperationState state, Supplier<Problem> problem) {}

  /** Outside of any transaction: LCS is asked. */
  private Optional<Instant> look(Watch watch) {
    Instant asked = clockwork.clock().instant();
    Patience patience = patience(watch);
    try {
      Seen seen = see(watch);
      WaitState wait = watch.waited().seen(seen.state());
      if (wait.isEnd(seen.state(), patience)) {
        boolean isGood = seen.state() instanceof OperationState.Succeeded;
        return write(
            watch.with(
                wait,
                isGood ? Verdict.SUCCEEDED : Verdict.FAILED,
                isGood ? null : Problems.text(seen.problem().get())),
            null);
      }
      return next(watch.with(wait, Verdict.GOING, null), patience);
    } catch (LifelineException e) {
      return missed(watch, e, asked);
    }
  }

  private Optional<Instant> missed(Watch watch, LifelineException e, Instant asked) {
    if (Problems.isInterruption(e)) {
      throw e;
    }
    Optional<Instant> possible = ImpatientTime.possibleAt(e);
    if (possible.isPresent()) {
      return Optional.of(spread(possible.get()));
    }
    String problem = Problems.text(e.problem());
    Patience patience = patience(watch);
    try {
      WaitState wait =
          Problems.isSignIn(e)
              ? watch.waited() // it is tried for as long as the operation would be waited for
              : watch.waited().missed(e, asked, clockwork.clock().instant(), patience);
      return next(watch.with(wait, Verdict.STUCK, problem), patience);
    } catch (LifelineException last) {
      return write(watch.with(watch.waited(), Verdict.FAILED, Problems.text(last.problem())), null);
    }
  }

  /** Looks again after a pause, or gives up when the time for waiting is over. */
  private Optional<Instant> next(Watch watch, Patience patience) {
    Instant now = clockwork.clock().instant();
    try {
      Duration pause = watch.waited().pause(title(watch.operation()), now, patience);
      if (watch.verdict() == Verdict.STUCK) {
        pause = pause.compareTo(settings.troubled()) < 0 ? pause : settings.troubled();
      }
      double delayed = 1 + clockwork.random().nextDouble(LARGEST_DELAY);
      return write(watch, now.plusMillis(Math.round(pause.toMillis() * delayed)));
    } catch (LifelineException timedOut) {
      return write(
          watch.with(watch.waited(), Verdict.FAILED, Problems.text(timedOut.problem())), null);
    }
  }

  private Optional<Instant> write(Watch watch, @Nullable Instant next) {
    Instant now = clockwork.clock().instant();
    return database.inTransaction(
        tables -> {
          Optional<Watch> before = tables.watches().lock(watch.id());
          if (before.isEmpty()) {
            return Optional.empty();
          }
          tables.watches().update(watch);
          boolean isNews =
              before.get().verdict() != watch.verdict()
                  || !String.valueOf(before.get().waited().status())
                      .equals(String.valueOf(watch.waited().status()));
          if (isNews) {
            wake(tables, tables.runs().waitingFor(watch.id()));
          }
          return Optional.of(next == null ? now.plus(WAKE_AGAIN) : next);
        });
  }

  private Patience patience(Watch watch) {
    return OperationKind.withId(watch.operation().kind())
        .map(settings::patience)
        .orElseGet(settings::validation);
  }

  private Seen see(Watch watch) {
    LcsOperations.Desk desk =
        desks.open(
            watch.place().connection(),
            watch.place().project(),
            new StepJournal(database, clockwork.clock(), (tables, started) -> {}),
            Listener.NONE);
    ProjectId project = ProjectId.of(watch.place().lcsProject());
    if (watch.operation().kind().equals(FollowedOperation.VALIDATION)) {
      AssetId asset = new AssetId(watch.operation().activity());
      OperationState state = desk.assetValidation().look(project, asset);
      return new Seen(state, () -> AssetValidation.failure(asset, state));
    }
    Operation operation = Deeds.operation(project, watch.operation());
    Sight sight = desk.servicing().look(operation);
    return new Seen(sight.state(), () -> desk.servicing().failure(operation, sight));
  }
}
