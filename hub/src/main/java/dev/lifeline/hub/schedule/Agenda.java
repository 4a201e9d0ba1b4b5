package dev.lifeline.hub.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list of what is to be done. Several nodes share it; a job is done by one of them at a time,
 * and by another one when the first dies. Thread-safe.
 */
public final class Agenda implements AutoCloseable {
  /** Wakes a job that was just being done when something was put there for it. */
  private static final String WAKE = "wake";

  private static final Duration WAKE_AGAIN = Duration.ofSeconds(1);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LAST_RETRY = Duration.ofMinutes(5);

  private final Database database;
  private final Pace pace;
  private final InstantSource clock;
  private final List<Task<?>> tasks = new ArrayList<>();
  private volatile @Nullable Scheduler scheduler;

  /** Does nothing yet. */
  public Agenda(Database database, Pace pace, InstantSource clock) {
    this.database = database;
    this.pace = pace;
    this.clock = clock;
    on(WAKE, this::wake);
  }

  /**
   * Says how a kind of job is done; before {@link #start}.
   *
   * @param kind up to 64 characters, without blanks
   */
  public Agenda on(String kind, Job job) {
    tasks.add(
        Tasks.custom(kind, Void.class)
            .onFailure(retry())
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  Optional<Instant> next = job.run(instance.getId());
                  return next.<CompletionHandler<Void>>map(
                          at -> (done, list) -> list.reschedule(done, at))
                      .orElseGet(CompletionHandler.OnCompleteRemove::new);
                }));
    return this;
  }

  /** Begins to do jobs. */
  public void start() {
    SchedulerBuilder builder =
        Scheduler.create(database.dataSource(), tasks)
            .threads(pace.threads())
            .pollingInterval(pace.look())
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(pace.grace())
            .schedulerName(
                new SchedulerName.Fixed(ProcessHandle.current().pid() + " " + UUID.randomUUID()))
            .clock(clock::instant)
            .failureLogging(LogLevel.WARN, true)
            .enableImmediateExecution();
    Scheduler started =
        (database.isPostgreSql() ? builder.pollUsingLockAndFetch(0.5, 1.0) : builder).build();
    scheduler = started;
    started.start();
  }

  /** Puts a job there; it is done after the transaction, on whichever node. */
  public void put(Tables tables, String kind, String id, Instant at) {
    if (!tables.jobs().put(kind, id, at)) {
      tables.jobs().put(WAKE, kind + " " + id, later(at));
    }
  }

  /** Takes no new jobs and lets those that go on end, for a while. */
  @Override
  public void close() {
    Scheduler started = scheduler;
    if (started != null) {
      started.stop();
    }
  }

  private Optional<Instant> wake(String kindAndId) {
    String[] parts = kindAndId.split(" ", 2);
    Instant now = clock.instant();
    boolean isWoken = database.inTransaction(tables -> tables.jobs().put(parts[0], parts[1], now));
    return isWoken ? Optional.empty() : Optional.of(later(now));
  }

  private Instant later(Instant at) {
    Instant now = clock.instant();
    return (at.isAfter(now) ? at : now).plus(WAKE_AGAIN);
  }

  private static FailureHandler<Void> retry() {
    return (failed, list) -> {
      int failures = Math.min(failed.getExecution().consecutiveFailures, 10);
      Duration pause = FIRST_RETRY.multipliedBy(1L << failures);
      list.reschedule(
          failed, failed.getTimeDone().plus(pause.compareTo(LAST_RETRY) < 0 ? pause : LAST_RETRY));
    };
  }
}
