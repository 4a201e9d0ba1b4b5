package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.asset.AssetValidation;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.ValidationStatus;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;

/**
 * A validation that is waited for; whoever stops waiting is told how to go on.
 *
 * @param shell whose command it is
 * @param project the project
 * @param asset what LCS validates
 */
record Validating(Shell shell, ProjectId project, AssetId asset) {
  ValidationStatus toTheEnd(AssetValidation validation, Patience patience) {
    try {
      return validation.await(project, asset, patience);
    } catch (LifelineException e) {
      throw withWayBack(e);
    }
  }

  private LifelineException withWayBack(LifelineException e) {
    Kind kind = e.code().kind();
    if (kind != Kind.INTERRUPTED && kind != Kind.GAVE_UP) {
      return e;
    }
    Problem problem =
        kind == Kind.INTERRUPTED
            ? Problem.of(e.code(), "stopped waiting for the validation of asset " + asset)
                .why("The asset is in the library, and LCS goes on validating it.")
            : e.problem();
    return problem
        .fix("wait for it again, from any machine, with: " + joinCommand())
        .detail("assetId", asset.value())
        .raise(e);
  }

  private String joinCommand() {
    return "lifeline asset wait " + asset + " " + shell.sameAgain(project);
  }
}
