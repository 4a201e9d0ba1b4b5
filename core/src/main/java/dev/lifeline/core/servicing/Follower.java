package dev.lifeline.core.servicing;

import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.operation.Expectation;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.OperationWatcher;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.operation.Watched;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Follows an operation to its end, and tells what went wrong. */
final class Follower {
  private static final int ROWS = 3;

  private final OperationWatcher watcher;
  private final OperationLook look;
  private final EnvironmentHistory histories;
  private final Portal portal;

  Follower(
      OperationWatcher watcher, OperationLook look, EnvironmentHistory histories, Portal portal) {
    this.watcher = watcher;
    this.look = look;
    this.histories = histories;
    this.portal = portal;
  }

  OperationState toTheEnd(Operation operation, Patience patience) {
    AtomicReference<Sight> last = new AtomicReference<>();
    OperationState end =
        watcher.await(
            new Watched(
                "operation " + operation.activity(),
                () -> {
                  Sight sight = look.at(operation);
                  last.set(sight);
                  return sight.state();
                },
                () -> expectation(operation)),
            patience);
    if (end instanceof OperationState.Succeeded) {
      return end;
    }
    throw failure(operation, Objects.requireNonNull(last.get())).raise();
  }

  /** Nice to have, and so no reason to fail. */
  private Expectation expectation(Operation operation) {
    try {
      return histories.latest(operation.target()).expectation(operation.activity());
    } catch (LifelineException e) {
      throwIfInterrupted(e);
      return Expectation.NONE;
    }
  }

  /** What is wrong with an operation that ended as the sight shows. */
  Problem failure(Operation operation, Sight sight) {
    ServicingTarget target = operation.target();
    String words = sight.words();
    boolean known = sight.state() instanceof OperationState.Failed;
    Problem problem =
        Problem.of(
                ProblemCode.OPERATION_FAILED,
                "the operation "
                    + operation.activity()
                    + " ended as '"
                    + sight.state().status()
                    + "'")
            .why(
                (words == null || words.isBlank() ? "" : "LCS says: " + words + " ")
                    + (known
                        ? "The servicing of the environment failed in LCS. Its logs are in the portal."
                        : "Lifeline does not know that word, which stayed for several looks."))
            .fix(
                "open "
                    + portal.place(target)
                    + ", then its history, and read this operation's logs")
            .detail("activityId", operation.activity().value())
            .detail("environmentId", target.environment().value())
            .detail("operationStatus", sight.state().status())
            .detail("operationMessage", words)
            .detail(
                "portal",
                portal
                    .page(target.project(), target.environment())
                    .map(Object::toString)
                    .orElse(null));
    String rows = lastRows(operation);
    return rows.isEmpty() ? problem : problem.fix("its history ends with: " + rows);
  }

  private String lastRows(Operation operation) {
    try {
      List<HistoryEntry> rows = histories.latest(operation.target()).rows();
      return rows.stream().limit(ROWS).map(HistoryLine::of).collect(Collectors.joining("; "));
    } catch (LifelineException e) {
      throwIfInterrupted(e);
      return "";
    }
  }

  private static void throwIfInterrupted(LifelineException e) {
    if (e.code() == ProblemCode.INTERRUPTED) {
      throw e;
    }
  }
}
