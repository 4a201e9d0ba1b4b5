package dev.lifeline.tasks.run;

import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.JoinCommand;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.tasks.definition.Output;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a task begins or joins: each is told at once, with its ids as outputs;
 * whoever stops following is told what goes on and how to join it again.
 */
public final class Following {
  /** The output of every task that starts an operation. */
  public static final Output ACTIVITY_ID =
      new Output("ActivityId", "The activity id of the operation, as soon as it was started.");

  /** By what an e-Commerce deployment is followed besides. */
  public static final Output DEPLOYMENT_ID =
      new Output("DeploymentId", "By which an e-Commerce deployment is joined; empty for others.");

  private static final String STATE = "State";

  private final TaskRun run;
  private @Nullable Operation last;

  public Following(TaskRun run) {
    this.run = run;
  }

  /**
   * Tells of an operation as soon as it is started, or found started.
   *
   * @param title what it is for people, such as {@code the update 'Release 42'}
   */
  public void tell(Started started, String title) {
    Operation operation = started.operation();
    last = operation;
    run.results().output(ACTIVITY_ID.name(), operation.activity().value());
    if (operation.deploymentId() != null) {
      run.results().output(DEPLOYMENT_ID.name(), operation.deploymentId());
      run.summary().fact("Deployment id", operation.deploymentId());
    }
    run.summary().fact("Activity id", operation.activity()).fact(STATE, "started");
    run.log()
        .line(
            (started.joined() ? "following " : "started ")
                + title
                + ": activity id "
                + operation.activity());
    run.log().line("it goes on in LCS whatever happens here; " + joinWords(operation));
  }

  /** Takes an operation that was started elsewhere. */
  public Following joining(Operation operation) {
    last = operation;
    run.summary().fact("Activity id", operation.activity());
    return this;
  }

  /** Follows to the end; a failure of what goes on without the task says how to join it. */
  public void toTheEnd(Supplier<OperationState> work) {
    try {
      String status = work.get().status();
      run.summary().fact(STATE, status);
      run.log().line("ended in LCS: " + status);
    } catch (LifelineException e) {
      throw withWayBack(e);
    }
  }

  private LifelineException withWayBack(LifelineException e) {
    Kind kind = e.code().kind();
    boolean startIsOpen =
        e.code() == ProblemCode.START_UNCERTAIN
            || (kind == Kind.INTERRUPTED && e.problem().why() != null);
    if (last == null || startIsOpen || (kind != Kind.INTERRUPTED && kind != Kind.GAVE_UP)) {
      Object status = e.problem().details().get("operationStatus");
      run.summary().fact(STATE, Objects.requireNonNullElse(status, "unknown"));
      return e;
    }
    run.summary().fact(STATE, "goes on in LCS");
    Problem problem =
        kind == Kind.INTERRUPTED
            ? Problem.of(e.code(), "stopped following the operation " + last.activity())
            : Problem.of(e.code(), e.problem().message());
    return problem
        .why("It goes on in LCS without Lifeline.")
        .fix(joinWords(last))
        .detail("activityId", last.activity().value())
        .detail("environmentId", last.target().environment().value())
        .raise(e);
  }

  private static String joinWords(Operation operation) {
    return "join it again with the task LifelineWaitForOperation@1, operationType "
        + operation.target().kind().id()
        + " and activityId "
        + operation.activity()
        + ", or from any machine with: "
        + JoinCommand.of(operation)
        + " --project-id "
        + operation.target().project();
  }
}
