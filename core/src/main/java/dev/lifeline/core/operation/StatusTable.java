package dev.lifeline.core.operation;

import java.util.Arrays;

/**
 * What LCS's words mean (LCS API: servicing an environment, table of states; database movement).
 * Words are compared without regard to case.
 */
public enum StatusTable {
  /** A finance and operations package in the cloud. */
  HQ(
      "NotStarted PreparingEnvironment InProgress RollbackInProgress",
      "Completed SignedOff",
      "Failed Aborted RollbackFailed RollbackCompleted"),
  /** An on-premises package, first step. */
  ON_PREMISES_PREPARING(
      "NotStarted PreparingEnvironment Downloading",
      "PreparationSucceeded",
      "PreparationFailed"), // ASSUMED
  /** An on-premises package, second step; the table names no word for its failure. */
  ON_PREMISES_DEPLOYING("PreparationSucceeded Deploying", "Deployed", ""),
  /** A Commerce scale unit extension. */
  CSU("NotStarted Queued Running", "Succeeded", "Failed"),
  /** An e-Commerce package: whatever is no end goes on. */
  ECOM("", "Succeeded", "Failed") {
    @Override
    OperationState other(String status) {
      return new OperationState.Running(status);
    }
  },
  /** A refresh or an export of a database, and the words of the history (ASSUMED) elsewhere. */
  DATABASE(
      "NotStarted InProgress RollbackInProgress",
      "Completed SignedOff",
      "Failed Aborted RollbackFailed RollbackCompleted");

  private final String going;
  private final String success;
  private final String failure;

  StatusTable(String going, String success, String failure) {
    this.going = going;
    this.success = success;
    this.failure = failure;
  }

  /** The meaning of a word. */
  public OperationState of(String status) {
    if (has(going, status)) {
      return new OperationState.Running(status);
    }
    if (has(success, status)) {
      return new OperationState.Succeeded(status);
    }
    return has(failure, status) ? new OperationState.Failed(status) : other(status);
  }

  /** Whether a word means an end in any of the tables. */
  public static boolean isEndSomewhere(String status) {
    return Arrays.stream(values())
        .anyMatch(table -> has(table.success, status) || has(table.failure, status));
  }

  /** A word that this table lacks: what is a failure elsewhere is one here, the rest is unknown. */
  OperationState other(String status) {
    return Arrays.stream(values()).anyMatch(table -> has(table.failure, status))
        ? new OperationState.Failed(status)
        : new OperationState.Unknown(status);
  }

  private static boolean has(String words, String status) {
    return !status.isEmpty()
        && Arrays.stream(words.split(" ", -1)).anyMatch(status::equalsIgnoreCase);
  }
}
