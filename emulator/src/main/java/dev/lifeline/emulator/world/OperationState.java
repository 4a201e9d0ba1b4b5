package dev.lifeline.emulator.world;

/**
 * Where an operation stands, with LCS's word for it. Which of them come, the {@link Course} says.
 */
public enum OperationState {
  /** Accepted. */
  NOT_STARTED("NotStarted"),
  /** The environment is taken down. */
  PREPARING_ENVIRONMENT("PreparingEnvironment"),
  /** The work is being done. */
  IN_PROGRESS("InProgress"),
  /** What was applied is taken back. */
  ROLLBACK_IN_PROGRESS("RollbackInProgress"),
  /** Success. */
  COMPLETED("Completed"),
  /** Success that somebody has confirmed. */
  SIGNED_OFF("SignedOff"),
  /** Failure; the environment stays as it is. */
  FAILED("Failed"),
  /** Failure; somebody ended it. */
  ABORTED("Aborted"),
  /** Failure; the environment could not be put back as it was. */
  ROLLBACK_FAILED("RollbackFailed"),
  /** Failure; the environment is as it was before. */
  ROLLBACK_COMPLETED("RollbackCompleted"),
  /** The package is brought to an on-premises environment. */
  DOWNLOADING("Downloading"),
  /** An on-premises environment is ready to be deployed to: the end of the first step. */
  PREPARATION_SUCCEEDED("PreparationSucceeded"),
  /** Failure of the first step (ASSUMED). */
  PREPARATION_FAILED("PreparationFailed"),
  /** The package is applied to an on-premises environment. */
  DEPLOYING("Deploying"),
  /** Success of the second step. */
  DEPLOYED("Deployed"),
  /** A commerce scale unit has other things to do first. */
  QUEUED("Queued"),
  /** The work on a commerce scale unit is being done. */
  RUNNING("Running"),
  /** Success of commerce. */
  SUCCEEDED("Succeeded"),
  /** A word that no specification holds. */
  UNHEARD_OF("Recalibrating");

  private final String word;

  OperationState(String word) {
    this.word = word;
  }

  /** LCS's word, {@code OperationStatus}. */
  public String word() {
    return word;
  }
}
