package dev.lifeline.core.servicing;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.time.Time;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Starts an operation once, whatever happens to the request, its answer or this process. A start is
 * written down before it is sent, with what the environment's history held then; when nobody knows
 * what became of it, the history is asked, and what is new there under its name is followed. It is
 * sent again only when it surely never happened. Thread-safe, also among processes.
 */
final class StartOnce {
  final LcsClient lcs;
  final EnvironmentHistory histories;
  final Traces traces;
  final OperationLook look;
  final StartJournal journal;
  final Clockwork clockwork;

  StartOnce(
      LcsClient lcs,
      EnvironmentHistory histories,
      OperationLook look,
      StartJournal journal,
      Clockwork clockwork) {
    this.lcs = lcs;
    this.histories = histories;
    this.traces = new Traces(lcs, histories);
    this.look = look;
    this.journal = journal;
    this.clockwork = clockwork;
  }

  /** Time, what hears of it, and how long things take. */
  record Clockwork(Time time, Listener listener, Settling settling) {
    void note(String text) {
      listener.on(new Event.Noted(text));
    }
  }

  /** Starts it, or finds it started. */
  Started run(StartOrder order, Supplier<StartedDeployment> send) {
    try (JournalPage page = journal.hold(order, clockwork.settling().quiet())) {
      return new StartRun(this, order, page, send).run();
    }
  }

  /** What goes on there; an old row without an end counts for nothing when LCS has finished. */
  List<HistoryEntry> running(ServicingTarget target, History history) {
    List<HistoryEntry> running = history.running();
    return running.isEmpty() || Rest.of(lcs, target).isCertain() ? List.of() : running;
  }

  /** The operation of the same name among those that go on, whoever started it. */
  Optional<ActivityId> same(StartOrder order, List<HistoryEntry> running) {
    boolean named = order.target().kind().historyName() == OperationKind.HistoryName.GIVEN;
    return running.stream()
        .filter(row -> named && Traces.fits(order, row))
        .map(HistoryEntry::activity)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
