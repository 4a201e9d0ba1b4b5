package dev.lifeline.hub.callback;

import dev.lifeline.core.JsonPosts;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.ForeignText;
import dev.lifeline.hub.connector.AddressGuard;
import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.PlanJob;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.schedule.Agenda;
import dev.lifeline.hub.schedule.Job;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.RunCallbacks.Waiting;
import dev.lifeline.hub.store.Tables;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs of Azure Pipelines that wait for runs: each is told that its run began, what happens to it,
 * and its end, which lets the job go on. What cannot be told just now is told later, by whichever
 * node. Thread-safe.
 */
public final class Callbacks implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
  private static final String KIND = "callback";
  private static final int AT_ONCE = 100;
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LAST_RETRY = Duration.ofMinutes(5);

  /** As long as the job's token is good (azure-pipelines-tasks: agentless tasks). */
  private static final Duration PATIENCE = Duration.ofDays(2);

  private final Database database;
  private final Keyring keyring;
  private final JsonPosts posts;
  private final AddressGuard guard;
  private final Agenda agenda;
  private final InstantSource clock;

  /** Adds its job to the agenda. */
  public Callbacks(
      Database database,
      Keyring keyring,
      JsonPosts posts,
      AddressGuard guard,
      Agenda agenda,
      InstantSource clock) {
    this.database = database;
    this.keyring = keyring;
    this.posts = posts;
    this.guard = guard;
    this.agenda = agenda;
    this.clock = clock;
    agenda.on(KIND, this);
  }

  /**
   * Remembers a job that waits for a run; its token is kept encrypted until it was told the end.
   *
   * @throws LifelineException ADDRESS_REFUSED when the hub does not go there
   */
  public void add(Tables tables, UUID run, PlanJob job, Secret token) {
    requireAllowed(job);
    tables.runCallbacks().put(run, job);
    keyring.seal(tables, secret(run), token);
    wake(tables, run);
  }

  /** Something has happened to a run; whoever waits for it is told behind the transaction. */
  public void wake(Tables tables, UUID run) {
    if (tables.runCallbacks().of(run).isPresent()) {
      agenda.put(tables, KIND, run.toString(), clock.instant());
    }
  }

  /** What is left to be told. */
  private record Unsaid(Waiting waiting, Secret token, Run run, List<RunEvent> events) {}

  @Override
  public Optional<Instant> run(String id) {
    UUID run = UUID.fromString(id);
    Optional<Unsaid> unsaid = database.inTransaction(tables -> unsaid(tables, run));
    if (unsaid.isEmpty() || unsaid.get().events().isEmpty()) {
      return Optional.empty();
    }
    try {
      return tell(unsaid.get());
    } catch (LifelineException e) {
      if (e.code().kind() == Kind.INTERRUPTED) {
        throw e;
      }
      return e.code() == ProblemCode.ADDRESS_REFUSED
          ? giveUp(run, e.problem().message())
          : later(unsaid.get().waiting(), e.problem().message());
    }
  }

  private Optional<Unsaid> unsaid(Tables tables, UUID run) {
    Optional<Waiting> waiting = tables.runCallbacks().of(run);
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    List<RunEvent> events = tables.runEvents().of(run, waiting.get().told(), AT_ONCE);
    Run whole = tables.runs().get(run).orElseThrow();
    return keyring
        .open(tables, secret(run))
        .map(token -> new Unsaid(waiting.get(), token, whole, events));
  }

  private Optional<Instant> tell(Unsaid unsaid) {
    PlanMessages messages = new PlanMessages(unsaid.waiting().job(), unsaid.token());
    requireAllowed(unsaid.waiting().job());
    UUID run = unsaid.run().id();
    if (has(unsaid, EventKind.STARTED) && isPassing(posts.send(messages.started()).status())) {
      return later(unsaid.waiting(), "no answer to the start");
    }
    List<String> lines =
        unsaid.events().stream().map(event -> ForeignText.line(event.text())).toList();
    if (isPassing(posts.send(messages.lines(lines)).status())) {
      return later(unsaid.waiting(), "the log was not taken");
    }
    if (has(unsaid, EventKind.ENDED)) {
      return tellEnd(unsaid, messages);
    }
    long told = unsaid.events().get(unsaid.events().size() - 1).number();
    database.change(tables -> tables.runCallbacks().told(run, told));
    return Optional.of(clock.instant()); // more may have happened meanwhile
  }

  private Optional<Instant> tellEnd(Unsaid unsaid, PlanMessages messages) {
    Run run = unsaid.run();
    if (isPassing(posts.send(messages.variables(variables(run))).status())) {
      return later(unsaid.waiting(), "the variables were not taken");
    }
    int status = posts.send(messages.completed(result(run.state()))).status();
    if (isPassing(status)) {
      return later(unsaid.waiting(), "the end was answered with HTTP " + status);
    }
    if (status >= 400) {
      return giveUp(run.id(), "the end was refused with HTTP " + status);
    }
    database.change(tables -> forget(tables, run.id()));
    return Optional.empty();
  }

  private Optional<Instant> later(Waiting waiting, String reason) {
    Instant now = clock.instant();
    Instant since = waiting.troubledSince() == null ? now : waiting.troubledSince();
    Duration troubled = Duration.between(since, now);
    if (troubled.compareTo(PATIENCE) > 0) {
      return giveUp(waiting.run(), reason);
    }
    database.change(tables -> tables.runCallbacks().troubled(waiting.run(), now));
    LOG.warn("the job that waits for run {} is told later: {}", waiting.run(), reason);
    Duration pause = troubled.dividedBy(2);
    pause = pause.compareTo(FIRST_RETRY) < 0 ? FIRST_RETRY : pause;
    return Optional.of(now.plus(pause.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : pause));
  }

  private Optional<Instant> giveUp(UUID run, String reason) {
    LOG.warn("the job that waits for run {} is not told any more: {}", run, reason);
    database.change(tables -> forget(tables, run));
    return Optional.empty();
  }

  private static void forget(Tables tables, UUID run) {
    tables.runCallbacks().remove(run);
    tables.sealedTexts().remove(secret(run));
  }

  private void requireAllowed(PlanJob job) {
    URI address = URI.create(job.planUrl());
    if (!"https".equalsIgnoreCase(address.getScheme()) && !guard.allowsPrivate()) {
      throw Problem.of(ProblemCode.ADDRESS_REFUSED, "the hub does not go to '" + address + "'")
          .why("A token goes with what it sends there, and the address does not begin with https.")
          .fix("call the hub from Azure Pipelines, with the headers as the task sends them")
          .raise();
    }
    guard.require(address);
  }

  private static boolean has(Unsaid unsaid, EventKind kind) {
    return unsaid.events().stream().anyMatch(event -> event.kind() == kind);
  }

  private static Map<String, String> variables(Run run) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("runId", run.id().toString());
    variables.put("runState", run.state().id());
    for (RunStep step : run.steps()) {
      if (step.progress().operation() != null) {
        variables.put("activityId", step.progress().operation().activity());
      }
    }
    return variables;
  }

  private static String result(RunState state) {
    return switch (state) {
      case SUCCEEDED -> "succeeded";
      case CANCELLED -> "canceled";
      case QUEUED, RUNNING, WAITING, STUCK, FAILED -> "failed";
    };
  }

  private static boolean isPassing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static String secret(UUID run) {
    return "run-callback:" + run;
  }
}
