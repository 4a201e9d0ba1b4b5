package dev.lifeline.core.asset;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;

/** Takes an asset out of the project's library, for good. */
public final class AssetDeletion {
  private final LcsClient lcs;

  public AssetDeletion(LcsClient lcs) {
    this.lcs = lcs;
  }

  /**
   * Deletes an asset. When the answer is lost, LCS is asked whether the asset is still there, and
   * only then once more to delete it.
   *
   * @throws LifelineException ASSET_NOT_FOUND; what LCS refuses
   */
  public void run(ProjectId project, AssetId asset) {
    try {
      lcs.deleteAsset(project, asset);
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.ANSWER_LOST) {
        throw e;
      }
      if (isThere(project, asset)) {
        lcs.deleteAsset(project, asset);
      }
    }
  }

  private boolean isThere(ProjectId project, AssetId asset) {
    try {
      lcs.asset(project, asset);
      return true;
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.ASSET_NOT_FOUND) {
        throw e;
      }
      return false;
    }
  }
}
