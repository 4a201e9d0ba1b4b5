package dev.lifeline.core.deployment;

import dev.lifeline.core.operation.OperationState;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What LCS's words mean for a finance and operations package (LCS API: servicing, table of states).
 */
enum HqStatus {
  NOT_STARTED("NotStarted", OperationState.Running::new),
  PREPARING_ENVIRONMENT("PreparingEnvironment", OperationState.Running::new),
  IN_PROGRESS("InProgress", OperationState.Running::new),
  ROLLBACK_IN_PROGRESS("RollbackInProgress", OperationState.Running::new),
  COMPLETED("Completed", OperationState.Succeeded::new),
  SIGNED_OFF("SignedOff", OperationState.Succeeded::new),
  FAILED("Failed", OperationState.Failed::new),
  ABORTED("Aborted", OperationState.Failed::new),
  ROLLBACK_FAILED("RollbackFailed", OperationState.Failed::new),
  ROLLBACK_COMPLETED("RollbackCompleted", OperationState.Failed::new);

  private final String word;
  private final Function<String, OperationState> meaning;

  HqStatus(String word, Function<String, OperationState> meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** The meaning of a word, without regard to case. */
  static OperationState of(String status) {
    return Arrays.stream(values())
        .filter(row -> row.word.equalsIgnoreCase(status))
        .findFirst()
        .map(row -> row.meaning.apply(status))
        .orElseGet(() -> new OperationState.Unknown(status));
  }
}
