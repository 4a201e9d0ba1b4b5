package dev.lifeline.hub.verification;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.model.VerificationRun;
import dev.lifeline.hub.model.VerificationRun.Progress;
import dev.lifeline.hub.model.VerificationRun.State;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.verification.Verification.Outcome;
import dev.lifeline.hub.verification.Verification.Trial;
import dev.lifeline.hub.web.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preflight checks that run while somebody watches. What they find stands in the database, step by
 * step, so that any node of the hub can tell; passwords do not. Thread-safe.
 */
public final class LiveVerifications implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveVerifications.class);
  private static final int AT_ONCE = 4;
  private static final int WAITING = 32;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofHours(1);

  private final Database database;
  private final Supplier<UUID> ids;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING));

  /** For a hub. */
  public LiveVerifications(Database database, Supplier<UUID> ids) {
    this.database = database;
    this.ids = ids;
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * A run that is written down and not started yet.
   *
   * @param start starts it, once the call's transaction has ended
   */
  public record Prepared(UUID id, Runnable start) {}

  /** Writes a run down. */
  public Prepared prepare(Call call, Verification verification, Trial trial) {
    VerificationRun run =
        new VerificationRun(
            ids.get(),
            call.caller().person().id(),
            trial.stored(),
            VerificationRun.describe(trial.target()),
            call.now(),
            new Progress(State.RUNNING, "[]"));
    call.tables().verificationRuns().forget(call.now().minus(KEPT));
    call.tables().verificationRuns().add(run);
    return new Prepared(run.id(), () -> start(run.id(), verification, trial));
  }

  /** A run that the caller started; empty when there is none of that id. */
  public static Optional<VerificationRun> find(Call call, String id) {
    return Ids.parse(id)
        .flatMap(run -> call.tables().verificationRuns().get(run))
        .filter(run -> run.person().equals(call.caller().person().id()));
  }

  /** The run with which the caller proved exactly that; empty when there is none. */
  public static Optional<VerificationRun> proof(Call call, String id, Target target) {
    return find(call, id)
        .filter(run -> run.progress().state() == State.PASSED)
        .filter(run -> run.target().equals(VerificationRun.describe(target)));
  }

  /** Where a run stands; one whose node has ended meanwhile has failed. */
  public static State state(VerificationRun run, Instant now) {
    State state = run.progress().state();
    return state == State.RUNNING && run.begun().plus(LONGEST).isBefore(now) ? State.FAILED : state;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void start(UUID id, Verification verification, Trial trial) {
    try {
      threads.execute(() -> run(id, verification, trial));
    } catch (RejectedExecutionException e) {
      throw Fault.TOO_MANY.refuse("Too many connections are being verified; try again soon.");
    }
  }

  private void run(UUID id, Verification verification, Trial trial) {
    List<StepJson> steps = new ArrayList<>();
    try {
      Outcome outcome =
          verification.run(
              trial,
              step -> {
                steps.add(StepJson.of(step));
                keep(id, State.RUNNING, steps);
              });
      if (steps.isEmpty() && outcome.problem() != null) {
        steps.add(StepJson.ofProblem(outcome.problem()));
      }
      keep(id, outcome.problem() == null ? State.PASSED : State.FAILED, steps);
    } catch (RuntimeException e) {
      LOG.error("a verification failed: {}", e.getClass().getName());
      steps.add(
          StepJson.ofProblem(
              Problem.of(ProblemCode.INTERNAL, "the check came to an end that nobody expected")
                  .fix("verify again; if that does not help, look into the hub's log")));
      keep(id, State.FAILED, steps);
    }
  }

  private void keep(UUID id, State state, List<StepJson> steps) {
    String json = Json.write(steps);
    database.change(tables -> tables.verificationRuns().advance(id, new Progress(state, json)));
  }
}
