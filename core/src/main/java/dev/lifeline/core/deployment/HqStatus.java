package dev.lifeline.core.deployment;

import dev.lifeline.core.operation.OperationState;
import java.util.Arrays;

/**
 * What LCS's words mean for a finance and operations package (LCS API: servicing, table of states).
 */
enum HqStatus {
  NOT_STARTED("NotStarted", Column.STILL_GOING),
  PREPARING_ENVIRONMENT("PreparingEnvironment", Column.STILL_GOING),
  IN_PROGRESS("InProgress", Column.STILL_GOING),
  ROLLBACK_IN_PROGRESS("RollbackInProgress", Column.STILL_GOING),
  COMPLETED("Completed", Column.SUCCESS),
  SIGNED_OFF("SignedOff", Column.SUCCESS),
  FAILED("Failed", Column.FAILURE),
  ABORTED("Aborted", Column.FAILURE),
  ROLLBACK_FAILED("RollbackFailed", Column.FAILURE),
  ROLLBACK_COMPLETED("RollbackCompleted", Column.FAILURE);

  private enum Column {
    STILL_GOING,
    SUCCESS,
    FAILURE
  }

  private final String word;
  private final Column column;

  HqStatus(String word, Column column) {
    this.word = word;
    this.column = column;
  }

  /** The meaning of a word, without regard to case. */
  static OperationState of(String status) {
    return Arrays.stream(values())
        .filter(row -> row.word.equalsIgnoreCase(status))
        .findFirst()
        .map(row -> row.state(status))
        .orElseGet(() -> new OperationState.Unknown(status));
  }

  private OperationState state(String status) {
    return switch (column) {
      case STILL_GOING -> new OperationState.Running(status);
      case SUCCESS -> new OperationState.Succeeded(status);
      case FAILURE -> new OperationState.Failed(status);
    };
  }
}
