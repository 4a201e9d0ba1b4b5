package dev.lifeline.core.servicing;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run that wants one operation started, while it holds its page of the journal. */
final class StartRun {
  private final StartOnce by;
  private final StartOrder order;
  private final JournalPage page;
  private final Supplier<StartedDeployment> send;

  StartRun(StartOnce by, StartOrder order, JournalPage page, Supplier<StartedDeployment> send) {
    this.by = by;
    this.order = order;
    this.page = page;
    this.send = send;
  }

  Started run() {
    Optional<StartNote> earlier = page.read();
    if (earlier.isPresent()) {
      Optional<Started> joined = goOn(earlier.get());
      if (joined.isPresent()) {
        return joined.get();
      }
    }
    History history = by.histories.latest(order.target());
    List<HistoryEntry> running = by.running(order.target(), history);
    Optional<ActivityId> same = by.same(order, running);
    if (same.isPresent()) {
      by.clockwork.note(order.title() + " goes on already: it is followed, and nothing is started");
      return joined(StartNote.attempt(now(), history.ids()), same.get(), null);
    }
    if (!running.isEmpty()) {
      throw StartFaults.busy(order.target(), running.get(0)).raise();
    }
    page.forget();
    return attempt(StartNote.attempt(now(), history.ids()));
  }

  /** What an earlier run began; empty when a new start may be made. */
  private Optional<Started> goOn(StartNote note) {
    boolean old = note.attempted().plus(by.clockwork.settling().unseen()).isBefore(now());
    ActivityId activity = note.activity();
    if (activity == null && !old) {
      activity = traceOf(note);
      if (activity == null) {
        requireRest(note);
        by.clockwork.note(
            "the start of "
                + order.title()
                + " that was tried at "
                + note.attempted().truncatedTo(ChronoUnit.SECONDS)
                + " never happened: LCS has nothing of it");
        return Optional.empty();
      }
    }
    return activity == null ? Optional.empty() : goOn(note, activity, old);
  }

  private Optional<Started> goOn(StartNote note, ActivityId activity, boolean old) {
    Operation operation = new Operation(order.target(), activity, note.deploymentId());
    Optional<OperationState> state = state(operation, old);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    boolean ended = isEnd(state.get());
    if (ended && (note.told() || old)) {
      return Optional.empty();
    }
    String status = "'" + state.get().status() + "'";
    by.clockwork.note(
        "an earlier run has started "
            + order.title()
            + " already, as "
            + activity
            + (ended
                ? "; it ended meanwhile as " + status + ", which is told now; nothing is started"
                : "; it is followed, and nothing is started"));
    return Optional.of(joined(note, activity, note.deploymentId()));
  }

  /** Empty for one that is so old that LCS does not know it any more. */
  private Optional<OperationState> state(Operation operation, boolean old) {
    try {
      return Optional.of(by.look.at(operation).state());
    } catch (LifelineException e) {
      if (old && !StartFaults.isPassing(e) && e.code().kind() != Kind.INTERRUPTED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isEnd(OperationState state) {
    return state instanceof OperationState.Succeeded || state instanceof OperationState.Failed;
  }

  private Started attempt(StartNote note) {
    boolean kept = page.write(note);
    if (!kept && page.isThere()) {
      by.clockwork.note(
          "the start of "
              + order.title()
              + " cannot be written down; should this run be killed, the next one will not know of it");
    }
    StartedDeployment started;
    try {
      started = send.get();
    } catch (LifelineException e) {
      return failed(note, kept, e);
    }
    page.write(note.settled(started.activity(), started.deploymentId(), !order.awaited()));
    return new Started(
        new Operation(order.target(), started.activity(), started.deploymentId()), false);
  }

  private Started failed(StartNote note, boolean kept, LifelineException e) {
    if (e.code() == ProblemCode.POSTPONED) { // it waits for its turn, before it is sent
      page.forget();
      throw e;
    }
    if (e.code() == ProblemCode.INTERRUPTED) {
      throw uncertain(ProblemCode.INTERRUPTED, e.problem().message(), kept ? note : null).raise(e);
    }
    if (StartFaults.isUncertain(e)) {
      return settle(note, kept, e);
    }
    if (StartFaults.isRefusal(e)) {
      return refused(note, kept, e);
    }
    page.forget(); // it was not sent
    throw e;
  }

  /**
   * A request that the network delivered twice is carried out, and then refused: the refusal counts
   * when the history has nothing of it, and shows what else LCS is doing there, if anything.
   */
  private Started refused(StartNote note, boolean kept, LifelineException e) {
    boolean certain;
    try {
      Traces.Trace trace = by.traces.since(order, note.known());
      ActivityId activity = trace.activity();
      if (activity != null) {
        return joined(note, activity, null);
      }
      certain = trace.clear() && (trace.others() || rest().isPossible());
    } catch (LifelineException unseen) {
      if (leavesAtOnce(unseen)) {
        throw unfound(unseen, e.problem().message());
      }
      certain = false;
    }
    if (!certain) {
      return settle(note, kept, e);
    }
    page.forget();
    throw e;
  }

  private Started settle(StartNote first, boolean kept, LifelineException e) {
    // it may have been sent just now, after pauses that LCS had asked for
    StartNote note = StartNote.attempt(now(), first.known());
    if (kept) {
      page.write(note);
    }
    by.clockwork.note(
        "nobody knows whether "
            + order.title()
            + " was started ("
            + e.problem().message()
            + "): the environment's history is asked");
    Settling settling = by.clockwork.settling();
    Duration patience = kept ? settling.patience() : settling.certainty();
    ActivityId activity =
        search(note.known(), now().plus(patience), e.problem().message()).activity();
    if (activity == null) {
      throw uncertain(ProblemCode.START_UNCERTAIN, e.problem().message(), kept ? note : null)
          .raise(e);
    }
    by.clockwork.note("it was started, as " + activity + ": it is followed");
    return joined(note, activity, null);
  }

  /** The operation of a start whose end nobody wrote down; null when it surely never happened. */
  private @Nullable ActivityId traceOf(StartNote note) {
    by.clockwork.note(
        "an earlier run was starting "
            + order.title()
            + ", and nobody knows what became of it: the environment's history is asked");
    String reason = "an earlier run was cut off while it sent the start";
    Duration certainty = by.clockwork.settling().certainty();
    Instant certain = note.attempted().plus(certainty);
    Instant latest = now().plus(certainty); // a clock that was set back waits no longer
    Traces.Trace trace = search(note.known(), certain.isBefore(latest) ? certain : latest, reason);
    if (trace.activity() == null && !trace.clear()) {
      throw uncertain(
              ProblemCode.START_UNCERTAIN,
              "the history has something new that may be it under another name",
              null)
          .raise();
    }
    return trace.activity();
  }

  /** Looks until there is something, at the latest once at or after that time. */
  private Traces.Trace search(Set<String> known, Instant until, String reason) {
    while (true) {
      boolean last = !now().isBefore(until);
      try {
        Traces.Trace trace = by.traces.since(order, known);
        if (trace.activity() != null || last) {
          return trace;
        }
      } catch (LifelineException e) {
        if (leavesAtOnce(e) || !StartFaults.isPassing(e) || last) {
          throw unfound(e, reason);
        }
      }
      pause(until, reason);
    }
  }

  private void pause(Instant until, String reason) {
    Duration left = Duration.between(now(), until);
    Duration pause = by.clockwork.settling().pause();
    try {
      by.clockwork.time().sleep(left.compareTo(pause) < 0 ? left : pause);
    } catch (LifelineException e) {
      throw unfound(e, reason);
    }
  }

  private static boolean leavesAtOnce(LifelineException e) {
    return e.code() == ProblemCode.INTERRUPTED || e.code() == ProblemCode.POSTPONED;
  }

  private LifelineException unfound(LifelineException e, String reason) {
    if (e.code() == ProblemCode.POSTPONED) {
      return e; // whoever comes back looks on
    }
    boolean interrupted = e.code() == ProblemCode.INTERRUPTED;
    return uncertain(
            interrupted ? ProblemCode.INTERRUPTED : ProblemCode.START_UNCERTAIN, reason, null)
        .raise(e);
  }

  private void requireRest(StartNote note) {
    Rest rest = rest();
    if (!rest.isPossible()) {
      throw uncertain(
              ProblemCode.START_UNCERTAIN,
              "the history shows nothing of it, but LCS says '"
                  + rest.word()
                  + "' of the environment",
              note)
          .raise();
    }
  }

  private Rest rest() {
    return Rest.of(by.lcs, order.target());
  }

  private Problem uncertain(ProblemCode code, String reason, @Nullable StartNote kept) {
    return StartFaults.uncertain(
        code,
        order,
        reason,
        kept == null ? null : kept.attempted().plus(by.clockwork.settling().certainty()));
  }

  private Started joined(StartNote note, ActivityId activity, @Nullable String deploymentId) {
    page.write(note.settled(activity, deploymentId, !order.awaited()));
    return new Started(new Operation(order.target(), activity, deploymentId), true);
  }

  private Instant now() {
    return by.clockwork.time().instant();
  }
}
