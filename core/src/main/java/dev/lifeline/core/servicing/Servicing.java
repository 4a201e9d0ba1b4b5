package dev.lifeline.core.servicing;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.OperationWatcher;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts operations on environments once, and follows them to their end. Thread-safe. */
public final class Servicing {
  private final StartJournal journal;
  private final EnvironmentHistory histories;
  private final OperationLook look;
  private final StartOnce starts;
  private final Follower follower;

  /**
   * @param journal where starts are written down
   * @param portal what people are pointed to
   */
  public Servicing(
      LcsClient lcs, StartJournal journal, Portal portal, Time time, Listener listener) {
    this.journal = journal;
    this.histories = new EnvironmentHistory(lcs);
    this.look = new OperationLook(lcs, histories);
    this.starts =
        new StartOnce(
            lcs,
            histories,
            look,
            journal,
            new StartOnce.Clockwork(time, listener, Settling.DEFAULTS));
    this.follower = new Follower(new OperationWatcher(time, listener), look, histories, portal);
  }

  /**
   * What would happen to a start.
   *
   * @param joins the operation that would be followed in place of a start, or null
   * @param obstacle why LCS would refuse it now, or null
   */
  public record Outlook(@Nullable ActivityId joins, @Nullable Problem obstacle) {}

  /**
   * Starts an operation, or joins the one that the same order started before.
   *
   * @param send sends the start
   * @throws LifelineException START_UNCERTAIN when nobody knows whether it was started and it was
   *     not started again; ENVIRONMENT_BUSY; what LCS refuses; INTERRUPTED
   */
  public Started start(StartOrder order, Supplier<StartedDeployment> send) {
    return starts.run(order, send);
  }

  /** What {@link #start} would do now, as far as it can be seen; changes nothing. */
  public Outlook outlook(StartOrder order) {
    History history = histories.latest(order.target());
    List<HistoryEntry> running = starts.running(order.target(), history);
    Optional<ActivityId> joins =
        journal
            .peek(order)
            .map(StartNote::activity)
            .filter(activity -> running.stream().anyMatch(row -> activity.equals(row.activity())))
            .or(() -> starts.same(order, running));
    if (joins.isPresent() || running.isEmpty()) {
      return new Outlook(joins.orElse(null), null);
    }
    return new Outlook(null, StartFaults.busy(order.target(), running.get(0)));
  }

  /** Where an operation stands now. */
  public Sight look(Operation operation) {
    return look.at(operation);
  }

  /**
   * What is wrong with an operation that was seen to have ended without success: LCS's words, and
   * where to look.
   */
  public Problem failure(Operation operation, Sight sight) {
    return follower.failure(operation, sight);
  }

  /**
   * Follows an operation, started here or elsewhere, to its end, and takes it for told.
   *
   * @return how it ended well
   * @throws LifelineException OPERATION_FAILED, WAIT_TIMED_OUT, INTERRUPTED, or what LCS refuses
   */
  public OperationState follow(Operation operation, Patience patience) {
    OperationState end = step(operation, patience);
    journal.ended(operation.activity());
    return end;
  }

  /**
   * As {@link #follow}, for a step of something longer: its good end is not told, so that the same
   * order goes on behind it, until {@link #told}.
   */
  public OperationState step(Operation operation, Patience patience) {
    try {
      return follower.toTheEnd(operation, patience);
    } catch (LifelineException e) {
      if (e.code() == ProblemCode.OPERATION_FAILED) {
        journal.ended(operation.activity());
      }
      throw e;
    }
  }

  /** The end of an operation was told: the same order starts a new one from now on. */
  public void told(Operation operation) {
    journal.ended(operation.activity());
  }
}
