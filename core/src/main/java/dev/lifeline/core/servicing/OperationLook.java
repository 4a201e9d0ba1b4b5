package dev.lifeline.core.servicing;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.OperationReport;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.StatusTable;
import java.util.Optional;

/** Asks LCS where an operation stands, each kind in its own way. */
final class OperationLook {
  private final LcsClient lcs;
  private final EnvironmentHistory histories;

  OperationLook(LcsClient lcs, EnvironmentHistory histories) {
    this.lcs = lcs;
    this.histories = histories;
  }

  Sight at(Operation operation) {
    return switch (operation.target().kind()) {
      case HQ -> seen(operation, deployment(operation));
      case ON_PREMISES_PREPARATION, ON_PREMISES_DEPLOYMENT, CSU -> latest(operation);
      case ECOM ->
          operation.deploymentId() == null
              ? inHistory(operation).orElseGet(() -> unlisted(operation))
              : seen(operation, deployment(operation));
      case DATABASE_REFRESH, DATABASE_EXPORT -> seen(operation, database(operation));
      case START, STOP -> inHistory(operation).orElseGet(() -> power(operation));
    };
  }

  /**
   * LCS answers for the latest operation (CLIENT); of one that is not, the history knows the end.
   */
  private Sight latest(Operation operation) {
    OperationReport report = deployment(operation);
    ActivityId activity = report.activity();
    boolean own = activity == null || activity.equals(operation.activity());
    Sight sight = seen(operation, report);
    return own ? sight : inHistory(operation).orElse(sight);
  }

  private OperationReport deployment(Operation operation) {
    ServicingTarget target = operation.target();
    return lcs.deploymentStatus(
        target.project(), target.deployment(), operation.activity(), operation.deploymentId());
  }

  private OperationReport database(Operation operation) {
    ServicingTarget target = operation.target();
    return lcs.databaseStatus(target.project(), target.environment(), operation.activity());
  }

  private static Sight seen(Operation operation, OperationReport report) {
    StatusTable statuses = operation.target().kind().statuses();
    return new Sight(statuses.of(report.status()), report.currentStep(), report.errorMessage());
  }

  private Optional<Sight> inHistory(Operation operation) {
    return histories
        .latest(operation.target())
        .find(operation.activity())
        .map(HistoryEntry::status)
        .map(status -> new Sight(operation.target().kind().statuses().of(status), null, null));
  }

  private static Sight unlisted(Operation operation) {
    return new Sight(
        new OperationState.Unknown(operation.target().kind().id() + " not listed"), null, null);
  }

  /** An environment that was started already has no operation: what it is now counts (DOC). */
  private Sight power(Operation operation) {
    ServicingTarget target = operation.target();
    Optional<Environment.State> state =
        lcs.environment(target.project(), target.environment()).map(Environment::state);
    boolean done =
        state
            .map(it -> target.kind() == OperationKind.START ? it.canStop() : it.canStart())
            .orElse(false);
    String word = state.map(Environment.State::deploymentStatus).orElse("");
    return new Sight(
        done ? new OperationState.Succeeded(word) : new OperationState.Running(word), null, null);
  }
}
