package dev.lifeline.core.asset;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.ValidationStatus;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.OperationWatcher;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.operation.Watched;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;

/** Waits until LCS has validated an asset. */
public final class AssetValidation {
  private final LcsClient lcs;
  private final OperationWatcher watcher;

  public AssetValidation(LcsClient lcs, OperationWatcher watcher) {
    this.lcs = lcs;
    this.watcher = watcher;
  }

  /** Where the validation stands now. */
  public ValidationStatus status(ProjectId project, AssetId asset) {
    return lcs.validation(project, asset);
  }

  /**
   * Waits for the verdict.
   *
   * @return the status that says the asset is valid
   * @throws dev.lifeline.core.problem.LifelineException VALIDATION_FAILED, WAIT_TIMED_OUT,
   *     INTERRUPTED, or what LCS refuses
   */
  public ValidationStatus await(ProjectId project, AssetId asset, Patience patience) {
    OperationState end =
        watcher.await(
            new Watched("the validation of asset " + asset, () -> look(project, asset)), patience);
    if (end instanceof OperationState.Succeeded) {
      return new ValidationStatus(end.status());
    }
    throw failure(asset, end).raise();
  }

  /** Where the validation stands now, as something that is waited for. */
  public OperationState look(ProjectId project, AssetId asset) {
    return state(lcs.validation(project, asset));
  }

  /** What is wrong with an asset whose validation ended that way. */
  public static Problem failure(AssetId asset, OperationState end) {
    return Problem.of(
            ProblemCode.VALIDATION_FAILED,
            "LCS found the asset "
                + asset
                + " invalid: its validation ended as '"
                + end.status()
                + "'")
        .why(
            end instanceof OperationState.Unknown
                ? "Lifeline does not know that word, which stayed for several looks."
                : "The file is not a package of the type it was uploaded as, or it is damaged.")
        .fix("open the asset in the LCS portal, where the findings are listed")
        .fix("check the asset type: lifeline asset types")
        .detail("assetId", asset.value());
  }

  private static OperationState state(ValidationStatus status) {
    String word = status.status();
    if (status.isValid()) {
      return new OperationState.Succeeded(word);
    }
    if (status.isGoing()) {
      return new OperationState.Running(word.isEmpty() ? "Unknown" : word);
    }
    return status.isFailed() ? new OperationState.Failed(word) : new OperationState.Unknown(word);
  }
}
