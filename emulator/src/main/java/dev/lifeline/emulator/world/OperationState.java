package dev.lifeline.emulator.world;

/** Where a servicing operation stands, with LCS's word for it. */
public enum OperationState {
  /** Accepted. */
  NOT_STARTED("NotStarted", false),
  /** The environment is taken down. */
  PREPARING_ENVIRONMENT("PreparingEnvironment", false),
  /** The package is applied. */
  IN_PROGRESS("InProgress", false),
  /** What was applied is taken back. */
  ROLLBACK_IN_PROGRESS("RollbackInProgress", false),
  /** Success. */
  COMPLETED("Completed", true),
  /** Failure; the environment stays as it is. */
  FAILED("Failed", true),
  /** Failure; the environment is as it was before. */
  ROLLBACK_COMPLETED("RollbackCompleted", true);

  private final String word;
  private final boolean ended;

  OperationState(String word, boolean ended) {
    this.word = word;
    this.ended = ended;
  }

  /** LCS's word, {@code OperationStatus}. */
  public String word() {
    return word;
  }

  /** Whether nothing will change any more. */
  public boolean hasEnded() {
    return ended;
  }
}
